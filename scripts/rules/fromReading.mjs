/** What is said of the codes that come from reading the text, which no rule's file explains; written as a rule's comment is. @type {Readonly<Record<string, string>>} */
export const FROM_READING = {
  syntax: `The text cannot be read as YAML or JSON: an open quote or bracket, a tab as indentation, a line without a colon.
One mistake gives one finding, at its beginning as far as that can be told. What follows from it is not reported; the rest of the template is checked.

Bad:
\`\`\`yaml
Resources:
  Topic:
    Type: "AWS::SNS::Topic
\`\`\`
Good:
\`\`\`yaml
Resources:
  Topic:
    Type: "AWS::SNS::Topic"
\`\`\`

@ja
YAMLまたはJSONとして読み取れないテキストを検出します。閉じていない引用符や括弧、タブによる字下げ、コロンのない行などです。
1つの誤りにつき、分かる限りその始まりの位置で1回だけ報告します。
その誤りから生じるほかの問題は報告せず、テンプレートの残りの部分は検査します。`,
  "full-width-character": `A full-width character of a Japanese input method, or a typographic quote, in place of the ASCII character that YAML needs: \`Bucket：\`, a full-width space as indentation, \`Type: “AWS::SNS::Topic”\`, \`[a， b]\`, \`！Ref\`.
Texts in Japanese may have any characters: only what cannot be read, is refused, or can have no other meaning is reported. There is one fix for each line; “fix all” repairs the file.

Bad:
\`\`\`yaml
Resources:
  Topic：
    Type: AWS::SNS::Topic
\`\`\`
Bad:
\`\`\`yaml
Resources:
  Topic:
    Type: “AWS::SNS::Topic”
\`\`\`
Good:
\`\`\`yaml
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: お知らせ（“重要”、至急）
\`\`\`

@ja
YAMLで半角文字が必要な場所にある、日本語入力の全角文字や曲がった引用符を検出します。\`Bucket：\`、全角スペースの字下げ、\`Type: “AWS::SNS::Topic”\`、\`[a， b]\`、\`！Ref\`などです。
日本語の文章には、どの文字でも使えます。報告するのは、読み取れないもの、拒否されるもの、ほかの意味になりえないものだけです。
1行に1つの修正があり、「すべて修正」でファイル全体を直せます。`,
  "duplicate-key": `A key that appears twice in one map. CloudFormation refuses it, or uses the last one and drops the first.

Bad:
\`\`\`yaml
Resources:
  Topic:
    Type: AWS::SNS::Topic
  Topic:
    Type: AWS::SQS::Queue
\`\`\`
Good:
\`\`\`yaml
Resources:
  Topic:
    Type: AWS::SNS::Topic
  Queue:
    Type: AWS::SQS::Queue
\`\`\`

@ja
1つのマップに2度書かれたキーを検出します。
CloudFormationは拒否するか、最後のものを使い、最初のものを捨てます。`,
};
