/** A month of the blood ledger closes: what was there and came in, less what went out, is what remains. */
import { isMeasured, type Measured } from '#src/domain/missing.ts';
import { cellProblem, type NamedCheck } from '../named-check.ts';

export const check: NamedCheck = {
  code: 'ledger_balance',
  title: { zh: '期初＋制备＋调入－发放－调出－过期－检测不合格－其他报废＝期末', en: 'Opening + prepared + received − issued − transferred out − expired − failed a test − other discards = closing' },
  tables: ['blood-ledger'],
  start: (context) => ({
    end() {
      for (const { at, value } of context.located('blood-ledger')) {
        const incoming = [value.opening, value.prepared, value.received];
        const outgoing = [value.issued, value.transferredOut, value.expired, value.testFailed, value.otherDiscards];
        const place = `${value.month} ${value.station} ${value.component}`;
        if (![...incoming, ...outgoing, value.closing].every(isMeasured)) {
          context.report('warning', cellProblem(at, null, null,
            { zh: `${place}：有数没有填，这个月的账无法核对。`, en: `${place}: a figure is missing, so this month cannot be checked.` },
            { zh: '补齐这一行。', en: 'Fill in the row.' }));
          continue;
        }
        // Halves of doses are the finest part of a quantity, so hundredths hold every sum exactly.
        const left = sum(incoming) - sum(outgoing);
        const right = sum([value.closing]);
        if (left === right) continue;
        context.report('error', cellProblem(at, 'closing', String(value.closing),
          { zh: `${place}：算得期末 ${left / 100}，填写的是 ${right / 100}，差 ${(right - left) / 100}。`, en: `${place}: the sum gives ${left / 100}, the closing says ${right / 100}; ${(right - left) / 100} are unexplained.` },
          { zh: '核对这一行的每个数；差额要有去向。', en: 'Check each figure of the row; the difference has to be somewhere.' }));
      }
    },
  }),
};

function sum(values: readonly Measured[]): number {
  return values.reduce<number>((total, value) => total + (isMeasured(value) ? Math.round(value * 100) : 0), 0);
}
