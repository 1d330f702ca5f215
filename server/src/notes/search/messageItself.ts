/** What CloudFormation writes around the message of a resource's handler. */
const HANDLER = /^[\s\S]{0,200}?Resource handler returned message: "/i;
const HANDLER_END = /"?\s*\(RequestToken: [^()]{0,100}?(?:HandlerErrorCode: (\w+))?\)\s*$/i;
/** The service that answered, with its status and numbers. */
const ANSWER = /\s*\((?:Service|Status Code|Request ID|SDK Attempt Count): [^()]{0,400}\)/gi;
const REQUEST = /^\s*Invalid request(?: provided)?: (?=\S)/i;

/** A message of AWS's without what stands around any message; its error code if nothing else is left. */
export function messageItself(text: string): string {
  const code = HANDLER_END.exec(text)?.[1] ?? "";
  const bare = text.replace(HANDLER_END, "").replace(HANDLER, "").replace(ANSWER, "").replace(REQUEST, "");
  return /^[\s"]*(?:null)?[\s".]*$/i.test(bare) ? code || text : bare;
}
