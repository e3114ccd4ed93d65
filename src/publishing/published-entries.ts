/** The entries of the funds as they are published, so that a page shows nothing that the file does not. */
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { PublishedEntry } from '#src/indicators/fund-help.ts';
import { publishedTable } from './published-table.ts';
import { suppressedCode } from './small-counts.ts';

/** In the order of the file; none where the table is absent. A text with a missing-value code is null. */
export const publishedEntries: (portal: Portal) => readonly PublishedEntry[] = oncePerPortal((portal) => {
  if (!portal.has('fund-entries')) return [];
  const published = publishedTable(portal, 'fund-entries');
  const missing = new Set(published.resource.schema.missingValues.map(({ value }) => value));
  const places = new Map(published.fields.map(({ name }, index) => [name, index]));
  const at = (cells: readonly string[], name: string): string => cells[places.get(name) ?? -1] ?? '';
  const text = (cells: readonly string[], name: string): string | null => {
    const value = at(cells, name);
    return value === '' || missing.has(value) ? null : value;
  };
  return published.rows.map((cells) => {
    const count = at(cells, 'beneficiaries');
    return {
      entry: at(cells, 'entry'),
      fund: at(cells, 'fund'),
      date: at(cells, 'date'),
      direction: at(cells, 'direction') === 'receipt' ? 'receipt' : 'disbursement',
      category: at(cells, 'category'),
      programme: text(cells, 'programme'),
      amountFen: fen(at(cells, 'amount_yuan')),
      beneficiaries: count === suppressedCode ? 'suppressed' : /^\d+$/.test(count) ? Number(count) : null,
      document: text(cells, 'document'),
      noteZh: text(cells, 'note_zh'),
      noteEn: text(cells, 'note_en'),
      entries: Number(at(cells, 'entries')),
    };
  });
});

/** `1234.50` → 123450; canonical amounts have exactly two decimals. */
function fen(yuan: string): number {
  if (!/^-?\d+\.\d{2}$/.test(yuan)) throw new Error(`not an amount in yuan with two decimals: "${yuan}"`);
  return Number(yuan.replace('.', ''));
}
