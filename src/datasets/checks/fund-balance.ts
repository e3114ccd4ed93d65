/** A period of a fund closes: opening + receipts − disbursements = closing, to the fen. */
import { cellProblem, type NamedCheck } from '../named-check.ts';
import { yuan } from './fund-accounts.ts';

export const check: NamedCheck = {
  code: 'fund_balance',
  title: { zh: '期初＋收入－支出＝期末，到分', en: 'Opening + receipts − disbursements = closing, to the fen' },
  tables: ['fund-balances'],
  start: (context) => ({
    end() {
      for (const { at, value } of context.located('fund-balances')) {
        const computed = value.openingFen + value.receiptsFen - value.disbursementsFen;
        if (computed === value.closingFen) continue;
        context.report('error', cellProblem(at, 'closing_yuan', yuan(value.closingFen),
          { zh: `${value.fund} ${value.periodStart}：算得期末 ${yuan(computed)}，填写 ${yuan(value.closingFen)}，差 ${yuan(value.closingFen - computed)} 元。`, en: `${value.fund} ${value.periodStart}: the sum gives ${yuan(computed)}, the closing says ${yuan(value.closingFen)}, a difference of ${yuan(value.closingFen - computed)} yuan.` },
          { zh: '核对期初、收入、支出和期末。', en: 'Check opening, receipts, disbursements and closing.' }));
      }
    },
  }),
};
