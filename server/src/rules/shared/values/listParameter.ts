/** Whether a parameter of a type gives a list. */
export function givesList(type: string): boolean {
  return /^(?:CommaDelimitedList|List<|AWS::SSM::Parameter::Value<(?:List<|CommaDelimitedList))/.test(type);
}
