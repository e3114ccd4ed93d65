/** The words of the policy library: documents, clauses with addresses, and the duties that clauses lay on somebody. */
import type { Paragraph, List } from 'mdast';

export const policyKinds = ['law', 'notice', 'opinion', 'draft', 'proposal', 'report', 'study'] as const;
export type PolicyKind = (typeof policyKinds)[number];

/** `published` is the status of a report or a study: it was made public and orders nothing. */
export const policyStatuses = ['in_force', 'draft', 'proposal', 'published', 'replaced', 'repealed'] as const;
export type PolicyStatus = (typeof policyStatuses)[number];

export const policyLevels = ['national', 'province', 'city', 'county'] as const;
export type PolicyLevel = (typeof policyLevels)[number];

export const textKinds = ['restatement', 'official', 'translation'] as const;
export type TextKind = (typeof textKinds)[number];

/** 应当 must, 鼓励 should, 可以 may, 不得 must_not. */
export const dutyStrengths = ['must', 'should', 'may', 'must_not'] as const;
export type DutyStrength = (typeof dutyStrengths)[number];

/** Departments, organisations and people on whom a clause lays a duty. */
export const dutyBearers = [
  'government', 'township', 'leading_group', 'health', 'disease_control', 'finance', 'development_reform', 'education', 'human_resources',
  'housing', 'planning', 'natural_resources', 'urban_management', 'public_security', 'traffic_police', 'civil_affairs', 'transport',
  'culture_tourism', 'parks_forestry', 'broadcasting', 'publicity', 'cyberspace', 'civilisation_office', 'military', 'trade_union', 'youth_league',
  'women_federation', 'red_cross', 'blood_station', 'hospital', 'quality_control', 'media', 'school', 'university', 'enterprise', 'public_bodies',
  'employer',
] as const;
export type DutyBearer = (typeof dutyBearers)[number];

export const dutyLevels = ['all', 'national', 'province', 'city', 'county', 'township'] as const;
export type DutyLevel = (typeof dutyLevels)[number];

/** The four dimensions of cooperation of the study of L City: between departments, between levels, with society, inside one department. */
export const cooperationDimensions = ['departments', 'levels', 'society', 'inside'] as const;
export type CooperationDimension = (typeof cooperationDimensions)[number];

export interface Duty {
  readonly by: readonly DutyBearer[];
  readonly level: DutyLevel;
  readonly strength: DutyStrength;
  readonly dimension: CooperationDimension;
  /** What is to be done, in the language of the file. */
  readonly what: string;
}

export interface Clause {
  /** Follows the document's own numbering: `c-3-1` for 三（一）. */
  readonly id: string;
  /** The number as the document prints it, e.g. `三（一）`; empty for an unnumbered part. */
  readonly number: string;
  readonly title: string;
  readonly topics: readonly string[];
  /** The document's own expressions, at most 12 characters each. */
  readonly terms: readonly string[];
  readonly duties: readonly Duty[];
  readonly text: readonly (Paragraph | List)[];
  readonly clauses: readonly Clause[];
  /** Line of the file on which the clause begins. */
  readonly line: number;
}

export interface PolicySource {
  readonly title: string;
  readonly publisher: string;
  readonly date: string | null;
  readonly url: string | null;
}

export interface Policy {
  readonly slug: string;
  readonly locale: string;
  readonly title: string;
  readonly kind: PolicyKind;
  readonly issuers: readonly string[];
  readonly number: string | null;
  /** Year, month or day, as far as the document carries one. */
  readonly date: string | null;
  readonly place: string;
  readonly level: PolicyLevel;
  readonly status: PolicyStatus;
  /** Region ids that the document binds; empty for what binds nobody. */
  readonly binds: readonly string[];
  readonly replaces: readonly string[];
  readonly source: PolicySource;
  readonly text: TextKind;
  readonly summary: string;
  readonly clauses: readonly Clause[];
}

/** Every clause of a tree, parents before children. */
export function allClauses(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.flatMap((clause) => [clause, ...allClauses(clause.clauses)]);
}
