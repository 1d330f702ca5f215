import { decodedName, withoutExtension } from "./markdown/uriPath.ts";

const README = /^_?readme(?:[-_.][a-z]{2,3}(?:[-_][a-z]{2,4})?)?$/i;
/** A button that launches a stack, or an application of the Serverless Application Repository. */
const LAUNCH =
  /console\.aws\.amazon\.com\/cloudformation\/home[^)\s]*(?:templateURL|stacks\/(?:new|create|quickcreate))|serverlessrepo\.aws\.amazon\.com\/applications\//i;
const DEPLOY =
  /\baws cloudformation (?:deploy|package|(?:create|update|delete)-stack|create-change-set)\b|\bsam deploy\b|^\s*\.\/[\w./-]*deploy[\w-]*\.sh\b/;
const TEMPLATE_FILE = /(?:^|[\s`("'[/])[\w.-]+\.(?:template|ya?ml)\b/;
/** Words that only a text beside a template has. */
const TEMPLATE_DOES =
  /\b(?:this|the) (?:\w+ )?template (?:creates|deploys|provisions|launches)\b|このテンプレート(?:は|を|で)/i;
/** Words that only a text beside a program or an example has. */
const INTRODUCES =
  /\bthis (?:sample|example|project|pattern|workflow|application|app|repo|repository|solution|demo|module|workshop)\b|\bthis (?:directory|folder) (?:contains|holds|has)\b(?!.*\bnotes?\b)|\bthis (?:service|component|microservice|stack) (?:defines|provides|creates|exposes|emits|consists|contains|is responsible|handles|manages|listens|depends)\b|(?:この|本)(?:サンプル|プロジェクト|リポジトリ|アプリ|ソリューション|モジュール|デモ)/i;
/** Words for that program in the rest of the text, which have other meanings elsewhere. */
const NAMES_PROGRAM =
  /\bthe (?:sample|example|project|pattern|workflow|application|app|repo|repository|solution|demo|module|workshop)\b/i;
/** Commands that set something up from its README, as a line or an item of its own. */
const SET_UP =
  /^\s*(?:[-*]\s+)?[$>`]?\s*(?:npx )?(?:git clone|(?:npm|yarn|pnpm|pip3?) (?:i|ci|install)|cdk (?:deploy|synth|bootstrap)|terraform (?:init|plan|apply)|make (?:build|deploy|test)|mvn|docker build|kubectl (?:apply|create)|helm (?:install|upgrade)|eksctl create|poetry (?:build|install|run)|dotnet (?:build|test))\b/;
const SET_UP_TITLE =
  /^#{1,4} +(?:\d+\. *)?(?:prerequisites?|requirements?|install(?:ation)?|deploy(?:ment)?(?: instructions| steps)?|how to (?:deploy|use|run|install)|usage|setup|getting started|quick ?start|clean ?up|前提条件|デプロイ(?:方法|手順)?|使い方|使用方法|セットアップ|インストール(?:方法|手順)?)\s*$/i;
const BESIDE_TEMPLATES = [LAUNCH, TEMPLATE_DOES];
const BESIDE_PROGRAMS = [DEPLOY, INTRODUCES, SET_UP, SET_UP_TITLE];
const MAYBE_BESIDE_PROGRAMS = [TEMPLATE_FILE, NAMES_PROGRAM];
/** Longer lines are data. */
const MAX_LINE = 2000;

/**
 * Whether a file explains how to use what lies beside it: with a button that launches a template, or as the README of
 * templates or of a program.
 *
 * @param uri of the file
 */
export function guidesTemplates(uri: string, lines: readonly string[]): boolean {
  return guidesForSure(uri, lines) || (isReadme(uri) && says(lines, MAYBE_BESIDE_PROGRAMS));
}

/** The same by unmistakable words only: many people's notes are a README in a folder for each service. */
export function guidesForSure(uri: string, lines: readonly string[]): boolean {
  return says(lines, isReadme(uri) ? [...BESIDE_TEMPLATES, ...BESIDE_PROGRAMS] : BESIDE_TEMPLATES);
}

/** Words in READMEs of study notes. */
const STUDIES =
  /\b(?:notes?(?!\s*[:*])|study|studies|learn(?:ing|ed|t)?|exams?|certifi\w+)\b|ノート|メモ|学習|勉強|試験|資格/i;

/** Whether a README has commands that deploy its templates, and is not one of study notes. */
export function tellsToDeploy(lines: readonly string[]): boolean {
  return says(lines, [LAUNCH, DEPLOY, SET_UP]) && !isOfStudies(lines);
}

/** Whether a README says that it is one of study notes. */
export function isOfStudies(lines: readonly string[]): boolean {
  return says(lines.slice(0, MAX_LINES_OF_TOP), [STUDIES]);
}

/** The first lines, in which a README says what it is on. */
const MAX_LINES_OF_TOP = 12;

function says(lines: readonly string[], patterns: readonly RegExp[]): boolean {
  return lines.some((line) => patterns.some((pattern) => pattern.test(line.slice(0, MAX_LINE))));
}

/** Whether a file is called `README`, in whatever language. */
export function isReadme(uri: string): boolean {
  return README.test(withoutExtension(decodedName(uri)));
}
