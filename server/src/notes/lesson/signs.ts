import { rowsOfText } from "../rendering/hoverSize.ts";
import type { Piece, Signs } from "./piece.ts";

export function signsOf({ kind, plain }: Pick<Piece, "kind" | "plain">): Signs {
  const goesOn = GOES_ON.test(plain);
  return {
    leadsOn: LEADS_ON.test(plain),
    goesOn,
    leadsToCode: LEADS_TO_CODE.test(plain),
    isExam: kind !== "code" && EXAM.test(plain),
    warns: WARNS.test(plain) && !goesOn && !SAYS_OF_OTHERS.test(plain),
    isOnType: TYPE.test(plain),
    rows: rowsOfText(plain),
  };
}

const LEADS_ON =
  /[:：]$|(?:次|以下|下記)の(?:点|とおり|通り|もの|順|表|例|[0-9０-９一二三四五]つ)|次に(?:示|挙げ)|\bas follows\b|\bthe following\b|\b(?:list|table|example)s? below\b|\bin this order\b|\bcheck these\b/iu;

const GOES_ON =
  /^(?:これ|それ|この|その|そう|どちら|両方|ほか|そのため|だから|ただし|また(?!は)|なお|一方|逆に|It\b|Its\b|They\b|This\b|That\b|These\b|Those\b|So\b|But\b|Then\b|Both\b|Neither\b|Otherwise\b|Without it\b|With it\b|Unlike\b|Instead\b)/u;

const LEADS_TO_CODE = /(?:下|次|以下)のように|\b(?:like this|as below|this way)\b/iu;

/** The exam guide only says what the exam is about. */
const EXAM = /試験(?:で|の|と)|\bexams?\b(?! guide)/iu;

/** Words for what is impossible, fails or is lost. */
const WARNS =
  /(?:ません|ない(?:で|と|ので|まま)|できない|失敗|ロールバック|エラー|しまう|だけです|失われ|消え|残り(?:ます|続)|拒否|止まる|止まり|注意|必ず|より先に|\b(?:not|never|fails?|failed|cannot|can't|only|lost|refuses?|refused|rolls? back|stays?|stops?|must|unless|without|too (?:few|large|late|long|many|short|small))\b|n't\b)/iu;

/** What others say is no warning, and may be wrong. */
const SAYS_OF_OTHERS = /^(?:study|older)\b[^.]* says? that\b|^(?:学習ノート|古い[^。]*)では[^。]*とされています/iu;

const TYPE = /^AWS::(?!CloudFormation::(?:Init|Interface|Authentication)\b)\w+::\w+/;
