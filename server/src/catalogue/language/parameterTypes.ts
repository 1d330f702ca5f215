import parameterTypes from "../../../data/parameterTypes.yaml";
import type { ParameterTypeInfo } from "../types/catalogue.ts";

interface AwsType {
  readonly name: string;
  readonly en: string;
  readonly ja: string;
}

const AWS_TYPES = parameterTypes() as readonly AwsType[];

/** There is no list of key pairs. */
const listed = AWS_TYPES.filter(({ name }) => name !== "AWS::EC2::KeyPair::KeyName");

/** All parameter types, those of one's own data first. */
export const PARAMETER_TYPES: readonly ParameterTypeInfo[] = [
  info("String", "A string.", "文字列。"),
  info("Number", "A number; `Ref` returns it as a string.", "数値。`Ref`では文字列として得られます。"),
  info("List<Number>", "Numbers separated by commas.", "カンマ区切りの数値。", true),
  info(
    "CommaDelimitedList",
    "Strings separated by commas; spaces around them are removed.",
    "カンマ区切りの文字列。前後の空白は取り除かれます。",
    true,
  ),
  ...AWS_TYPES.map(({ name, en, ja }) =>
    info(
      name,
      `${sentence(en)} of the account; CloudFormation checks that it exists.`,
      `${ja}。アカウントに存在するかどうかが検証されます。`,
    ),
  ),
  ...listed.map(({ name, en, ja }) =>
    info(
      `List<${name}>`,
      `A list, each item ${en} of the account.`,
      `${ja}のリスト。存在するかどうかが検証されます。`,
      true,
    ),
  ),
  info(
    "AWS::SSM::Parameter::Name",
    "The name of a Systems Manager parameter; its value is not read.",
    "Systems Managerパラメータの名前。値は読み込まれません。",
  ),
  ...["String", "List<String>", "CommaDelimitedList"].map((name) =>
    info(
      `AWS::SSM::Parameter::Value<${name}>`,
      "The name of a Systems Manager parameter; CloudFormation puts in its value (not of SecureString).",
      "Systems Managerパラメータの名前。値が読み込まれます（SecureStringは不可）。",
      name !== "String",
    ),
  ),
  ...AWS_TYPES.map(({ name, en, ja }) =>
    info(
      `AWS::SSM::Parameter::Value<${name}>`,
      `The name of a Systems Manager parameter that holds ${en}.`,
      `${ja}を値に持つSystems Managerパラメータの名前。`,
    ),
  ),
  ...listed.map(({ name, en, ja }) =>
    info(
      `AWS::SSM::Parameter::Value<List<${name}>>`,
      `The name of a Systems Manager parameter that holds a list, each item ${en}.`,
      `${ja}のリストを値に持つSystems Managerパラメータの名前。`,
      true,
    ),
  ),
];

function info(name: string, en: string, ja: string, list = false): ParameterTypeInfo {
  return { name, text: { en, ja }, list };
}

function sentence(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
