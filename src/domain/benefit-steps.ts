/** What donors are entitled to by what they have given, and what the next step brings. */

export const benefitMeasures = ['donations', 'volumeMl', 'hours'] as const;
export type BenefitMeasure = (typeof benefitMeasures)[number];

/** Donations as an award counts them, millilitres in all, hours of volunteering. */
export type GivenSoFar = Readonly<Record<BenefitMeasure, number>>;

/** null: not asked for. */
export interface BenefitCondition extends Readonly<Record<BenefitMeasure, number | null>> {
  readonly benefit: string;
}

export interface BenefitStep {
  readonly measure: BenefitMeasure;
  /** So much more of it is wanted. */
  readonly more: number;
  readonly benefits: readonly string[];
}

export interface BenefitAnswer {
  /** Everything that is asked for is reached. */
  readonly now: readonly string[];
  /** For each measure the nearest step, of benefits that lack nothing else. */
  readonly next: readonly BenefitStep[];
  /** No number is asked for: another condition decides. */
  readonly other: readonly string[];
}

/** In the order of `conditions`. Reached means at least as much as is asked for. */
export function benefitSteps(conditions: readonly BenefitCondition[], given: GivenSoFar): BenefitAnswer {
  const lacking = (condition: BenefitCondition): readonly { readonly measure: BenefitMeasure; readonly more: number }[] =>
    benefitMeasures.flatMap((measure) => {
      const wanted = condition[measure];
      return wanted === null || given[measure] >= wanted ? [] : [{ measure, more: wanted - given[measure] }];
    });
  const stated = conditions.filter((condition) => benefitMeasures.some((measure) => condition[measure] !== null));
  const ahead = stated.flatMap((condition) => {
    const [only, second] = lacking(condition);
    return only === undefined || second !== undefined ? [] : [{ benefit: condition.benefit, ...only }];
  });
  return {
    now: stated.filter((condition) => lacking(condition).length === 0).map(({ benefit }) => benefit),
    next: benefitMeasures.flatMap((measure): readonly BenefitStep[] => {
      const steps = ahead.filter((one) => one.measure === measure);
      if (steps.length === 0) return [];
      const more = Math.min(...steps.map((one) => one.more));
      return [{ measure, more, benefits: steps.filter((one) => one.more === more).map(({ benefit }) => benefit) }];
    }),
    other: conditions.filter((condition) => !stated.includes(condition)).map(({ benefit }) => benefit),
  };
}
