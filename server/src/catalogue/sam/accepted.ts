import samAccepted from "../../../data/samAccepted.yaml";

const { mapping, events } = samAccepted() as {
  readonly mapping: { readonly events: readonly string[]; readonly properties: readonly string[] };
  readonly events: Readonly<Record<string, readonly string[]>>;
};

const UNDOCUMENTED: readonly (readonly [event: string, properties: readonly string[]])[] = [
  ...Object.entries(events),
  ...mapping.events.map((event) => [event, mapping.properties] as const),
];

/** What SAM accepts beyond its guide, and so beyond what is offered: paths such as `AWS::Serverless::Function.SQS.StartingPosition`. */
export const SAM_ACCEPTED: readonly string[] = ["AWS::Serverless::Function", "AWS::Serverless::StateMachine"].flatMap(
  (type) => UNDOCUMENTED.flatMap(([event, properties]) => properties.map((property) => `${type}.${event}.${property}`)),
);
