/** Whether mail may go to an address: where nothing is named anywhere, else to those addresses, domains and what lies below them. */
export function isAllowedAddress(address: string, allowed: readonly string[]): boolean {
  const asked = address.toLowerCase();
  const domain = asked.slice(asked.lastIndexOf('@') + 1);
  const fits = (each: string) => each === asked || each === domain || domain.endsWith(`.${each}`);
  return allowed.length === 0 || allowed.some((each) => fits(each.toLowerCase()));
}
