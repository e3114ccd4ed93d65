/** One term of a sum or division in figures, with what it is. */
export interface EquationTerm {
  readonly sign: '' | '+' | '−' | '÷' | '×' | '=';
  readonly what: string;
  readonly text: string;
  /** null: not stated. */
  readonly value: number | null;
}
