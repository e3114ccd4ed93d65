/** Rows of a form, one for each donation, that a reader adds and takes out: `[data-given]` with the buttons `[data-do="add"]` and `[data-do="remove"]`. One row always stays. */

/** The rows in their order. */
export function donationRows(host: Element): readonly HTMLElement[] {
  return [...host.querySelectorAll<HTMLElement>('[data-given]')];
}

/** Does what a pressed button asks for: another row with an empty date, or one row less. Other buttons change nothing. */
export function changeRows(host: Element, button: HTMLElement | null): void {
  const rows = donationRows(host);
  const [last, asked] = [rows.at(-1), button?.dataset['do']];
  if (asked === 'add' && last !== undefined) {
    const row = last.cloneNode(true) as HTMLElement;
    const date = row.querySelector<HTMLInputElement>('input[type="date"]');
    if (date !== null) date.value = '';
    last.after(row);
    date?.focus();
  } else if (asked === 'remove' && rows.length > 1) {
    button?.closest('[data-given]')?.remove();
    host.querySelector<HTMLElement>('[data-do="add"]')?.focus();
  }
  const isOnly = donationRows(host).length < 2;
  for (const remover of host.querySelectorAll<HTMLElement>('[data-do="remove"]')) remover.hidden = isOnly;
}
