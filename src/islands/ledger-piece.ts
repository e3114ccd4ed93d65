/** The file of one year of the blood ledger, as src/figures/ledger-piece.ts writes it. */
import type { AccountFlowInput } from '#src/charts/account-flow.ts';

export interface LedgerPieceMonth {
  readonly finding: string;
  readonly subtitle: string;
  readonly equation: readonly { readonly sign: string; readonly what: string; readonly text: string; readonly value: number | null }[];
  readonly flow: AccountFlowInput;
}

export type LedgerPieceCell = string | { readonly text: string; readonly value?: number };

export interface LedgerPiece {
  readonly components: readonly {
    readonly component: string;
    readonly caption: string;
    readonly rows: readonly (readonly LedgerPieceCell[])[];
    readonly months: Readonly<Record<string, LedgerPieceMonth>>;
  }[];
}
