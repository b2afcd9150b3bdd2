/** The text as it stands at the beginning of a line: its first letter is a capital. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
