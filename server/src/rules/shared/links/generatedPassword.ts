import { type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import { composedText } from "../resolving/composedText.ts";
import { hasAllKeys, isSet } from "../values/literals.ts";
import { isTrue, type LinkedResource, numberOr, type ReportLink } from "./linkedResource.ts";
import { refOf } from "./resourceTarget.ts";

/** The longest password of an engine. Source: the API reference's page on CreateDBInstance. */
const LONGEST: readonly (readonly [engine: RegExp, length: number])[] = [
  [/^(?:mysql|mariadb|aurora|aurora-mysql)$/, 41],
  [/^oracle-/, 30],
  [/^aurora-postgresql$/, 99],
  [/^(?:postgres|sqlserver-\w+)$/, 128],
];

/** How long a password is that says nothing of it. */
const USUAL_LENGTH = 32;

/** A password of a database that a secret of the template generates: what Secrets Manager makes is what RDS takes. */
export function generatedPassword(own: LinkedResource, report: ReportLink): void {
  const secret = secretOf(own, valueAt(own.properties, "MasterUserPassword"));
  const made = valueAt(secret?.properties, "GenerateSecretString");
  if (secret === undefined || made?.kind !== "map" || !hasAllKeys(made)) return;
  const engine = textOf(valueAt(own.properties, "Engine"))?.toLowerCase() ?? "";
  const longest = LONGEST.find(([engines]) => engines.test(engine))?.[1];
  const length = numberOr({ ...secret, properties: made }, "PasswordLength", USUAL_LENGTH);
  if (longest !== undefined && length !== undefined && length > longest) {
    report(secret, "GenerateSecretString", {
      message: "password-too-long",
      with: { name: own.entry.name, longest, secret: secret.entry.name, length },
    });
  }
  const left = isSet(made, "ExcludeCharacters") ? valueAt(made, "ExcludeCharacters") : undefined;
  if (isTrue(valueAt(made, "ExcludePunctuation")) || isSet(made, "ExcludePunctuation")) return;
  const without = left === undefined ? "" : textOf(left);
  const open = without === undefined ? [] : ["/", "@", '"'].filter((sign) => !without.includes(sign));
  if (open.length === 0) return;
  report(
    secret,
    "GenerateSecretString",
    {
      message: "password-characters",
      with: { secret: secret.entry.name, name: own.entry.name, characters: open.join(" ") },
    },
    { severity: "warning" },
  );
}

const SECRET = /^\{\{resolve:secretsmanager:\$\{(\w+)(?:\.Id)?\}(?::SecretString(?::[^:}]*)?)?(?::[^}]*)?\}\}$/;

/** The secret of the template that a dynamic reference reads. */
function secretOf(own: LinkedResource, password: Node | undefined): LinkedResource | undefined {
  const name = SECRET.exec((password && composedText(password)) ?? "")?.[1];
  return name === undefined ? undefined : own.target(refOf(name), "AWS::SecretsManager::Secret");
}
