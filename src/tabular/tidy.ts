/** Spellings that mean the same: full-width forms, the many blanks, invisible characters. */

const plain = /^[\x21-\x7e]*$/;
const blanks = /[\s\u00a0\u3000\u2000-\u200a\u202f\u205f]+/g;
const invisible = /[\u200b-\u200d\u2060\ufeff]/g;
/** Everything but raised, circled and fraction digits (`²`, `①`, `½`): NFKC would turn `12①`, a number with a footnote, into 121. */
const withoutOtherDigits = /\P{No}+/gu;

/** A cell with full-width characters narrowed (NFKC), invisible ones dropped, minus signs made `-`, and no blanks at its ends. */
export function tidy(raw: string): string {
  if (plain.test(raw)) return raw;
  return raw.replace(withoutOtherDigits, (part) => part.normalize('NFKC')).replace(invisible, '').replace(/[−–—﹣]/g, '-').replace(blanks, ' ').trim();
}

/** Free text as it stands, but without blanks at its ends. */
export function trimmed(raw: string): string {
  return raw.replace(/^[\s\u200b-\u200d\u2060]+|[\s\u200b-\u200d\u2060]+$/g, '');
}

/** What two spellings of one word share: tidy, lower case, no blanks. */
export function folded(raw: string): string {
  return tidy(raw).toLowerCase().replaceAll(' ', '');
}

/** Whether nothing can be seen in the cell. */
export function isBlank(raw: string): boolean {
  if (raw === '') return true;
  const code = raw.charCodeAt(0);
  // A cell that begins with a visible ASCII character is not blank: nearly every one, so the rest need not be looked at.
  return (code <= 0x20 || code >= 0x7f) && trimmed(raw) === '';
}
