/** What ends does not end before it began. */
import { cellProblem, columnAt, type NamedCheck } from '../named-check.ts';

/** Pairs of columns: the second may not lie before the first. */
const pairs: Readonly<Record<string, readonly [string, string]>> = {
  'station-notices': ['from', 'until'],
  alerts: ['from', 'until'],
  drives: ['start', 'end'],
  events: ['date', 'until'],
  tariffs: ['valid_from', 'valid_until'],
  benefits: ['valid_from', 'valid_until'],
  'waiver-tiers': ['valid_from', 'valid_until'],
  eligibility: ['valid_from', 'valid_until'],
  'fund-balances': ['period_start', 'period_end'],
};

export const check: NamedCheck = {
  code: 'end_before_start',
  title: { zh: '结束不早于开始', en: 'Nothing ends before it begins' },
  tables: Object.keys(pairs),
  start: (context) => ({
    visit(resource) {
      return (at) => {
        const [from, until] = pairs[resource.name] ?? ['', ''];
        const start = at.cells[columnAt(resource, from)] ?? '';
        const end = at.cells[columnAt(resource, until)] ?? '';
        // A date and an instant are compared by their dates; codes of missing values do not begin with a digit.
        const length = Math.min(start.length, end.length, 16);
        if (!/^\d/.test(start) || !/^\d/.test(end) || start.slice(0, length) <= end.slice(0, length)) return;
        context.report('error', cellProblem(at, until, end,
          { zh: `结束（${end}）早于开始（${start}）。`, en: `It ends (${end}) before it begins (${start}).` },
          { zh: '改正其中一个。', en: 'Correct one of them.' }));
      };
    },
  }),
};
