/** What a name stands for; the later, the less close at each of its places. */
export type Scope = "thing" | "service" | "around";

/**
 * Something that people keep notes on, and the places of a template that a note on it belongs to. It lets a note
 * without any markup bind: whoever writes a heading "Connection Draining" means the load balancer's
 * `ConnectionDrainingPolicy`.
 */
export interface Topic {
  /** Kebab case; a built-in note names its topic as `<!-- cfn: @elb-connection-draining -->`. */
  readonly id: string;
  /**
   * How people call it, in any language, as a heading or lead says it. They are compared without regard to width, case,
   * spaces, hyphens, long-vowel marks and suffixes such as 属性 or parameter, so `Route 53`, `route53` and `Ｒｏｕｔｅ５３` are
   * one name. If `under` is given, they only count there.
   */
  readonly names: readonly string[];
  /**
   * Ids of topics, or names, one of which must stand above the name (heading, lead, or file title): this makes an
   * ambiguous name such as `A`, `Timeout` or `Type` safe.
   */
  readonly under?: readonly string[] | undefined;
  /**
   * The notes in which the first name, spelt as AWS does, needs nothing above it as long as nothing there speaks of
   * another service or tool: in any notes, only in those that speak of CloudFormation somewhere, or only if the title
   * goes on to explain it (`Resources - what is made`).
   */
  readonly alone?: "in-any-notes" | "in-template-notes" | "explained" | undefined;
  /** Names that mean the topic anywhere, for a topic whose `names` need `under` (`Aレコード` beside `A`). */
  readonly fullNames?: readonly string[] | undefined;
  /** Set if it is not on one thing: a service as a whole, or something around the things that it is shown at. A note on the thing is closer. */
  readonly scope?: Scope | undefined;
  /**
   * The places that a note on the topic shows at, in the notation that `parsePlace` reads. Empty: sidebar and search
   * only.
   */
  readonly places: readonly string[];
  /** More places, for a note only that names the topic by a marker. */
  readonly placesOfMarked?: readonly string[] | undefined;
}
