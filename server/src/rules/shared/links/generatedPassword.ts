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
      en: `The password of ${own.entry.name} has at most ${longest} characters, but ${secret.entry.name} makes one of ${length} (“The parameter MasterUserPassword is not a valid password because it is longer than ${longest} characters.”): set PasswordLength.`,
      ja: `${own.entry.name}のパスワードは${longest}文字までですが、${secret.entry.name}は${length}文字のものを生成します（「The parameter MasterUserPassword is not a valid password because it is longer than ${longest} characters.」）。PasswordLengthを指定してください。`,
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
      en: `The password that ${secret.entry.name} makes for ${own.entry.name} may have ${open.join(" ")} in it (“Only printable ASCII characters besides '/', '@', '"', ' ' may be used.”): set ExcludeCharacters to '"@/\\'.`,
      ja: `${secret.entry.name}が${own.entry.name}のために生成するパスワードには、${open.join(" ")}が入ることがあります（「Only printable ASCII characters besides '/', '@', '"', ' ' may be used.」）。ExcludeCharactersに'"@/\\'を指定してください。`,
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
