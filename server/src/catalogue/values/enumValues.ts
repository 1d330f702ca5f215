/** Whether a value is one of those that are allowed. @param anyCase whether another case than the listed one will do */
export function isOneOf(allowed: readonly string[], value: string, anyCase: boolean): boolean {
  if (allowed.includes(value)) return true;
  const lower = value.toLowerCase();
  return anyCase && allowed.some((one) => one.toLowerCase() === lower);
}
