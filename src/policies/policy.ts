/** The words of the policy library: documents, clauses with addresses, and the duties that clauses lay on somebody. */
import type { Paragraph, List } from 'mdast';

export const policyKinds = ['law', 'rules', 'notice', 'opinion', 'draft', 'proposal', 'report', 'study'] as const;
export type PolicyKind = (typeof policyKinds)[number];

/** `published` is the status of a report or a study: it was made public and orders nothing. */
export const policyStatuses = ['in_force', 'draft', 'proposal', 'published', 'replaced', 'repealed'] as const;
export type PolicyStatus = (typeof policyStatuses)[number];

const once = ['in_force', 'replaced', 'repealed'] as const;
/** Which status a document of each kind can have: a draft is never in force under its name. */
export const statusesOf: Readonly<Record<PolicyKind, readonly PolicyStatus[]>> = {
  law: once, rules: once, notice: once, opinion: once, draft: ['draft', 'replaced'], proposal: ['proposal'], report: ['published'], study: ['published'],
};

/** `entry`: only some parts, each with its source; not the whole document. */
export const policyCoverages = ['full', 'entry'] as const;
export type PolicyCoverage = (typeof policyCoverages)[number];

export const policyLevels = ['national', 'province', 'city', 'county'] as const;
export type PolicyLevel = (typeof policyLevels)[number];

export const textKinds = ['restatement', 'official', 'translation'] as const;
export type TextKind = (typeof textKinds)[number];

/** 应当 must, 鼓励 should, 可以 may, 不得 must_not. */
export const dutyStrengths = ['must', 'should', 'may', 'must_not'] as const;
export type DutyStrength = (typeof dutyStrengths)[number];

/** Departments, organisations and people on whom a clause lays a duty; `everyone` are all departments and units, `unnamed` is nobody whom the text names. */
export const dutyBearers = [
  'government', 'township', 'leading_group', 'health', 'disease_control', 'finance', 'development_reform', 'education', 'human_resources',
  'housing', 'planning', 'natural_resources', 'urban_management', 'public_security', 'traffic_police', 'civil_affairs', 'transport',
  'culture_tourism', 'parks_forestry', 'broadcasting', 'publicity', 'cyberspace', 'civilisation_office', 'military', 'trade_union', 'youth_league',
  'women_federation', 'red_cross', 'blood_station', 'hospital', 'quality_control', 'media', 'school', 'university', 'enterprise', 'public_bodies',
  'employer', 'social_organisations', 'citizens', 'donors', 'everyone', 'unnamed',
] as const;
export type DutyBearer = (typeof dutyBearers)[number];

export const dutyLevels = ['all', 'national', 'province', 'city', 'county', 'township'] as const;
export type DutyLevel = (typeof dutyLevels)[number];

/** The four dimensions of cooperation of the study of L City: between departments, between levels, with society, inside one department. */
export const cooperationDimensions = ['departments', 'levels', 'society', 'inside'] as const;
export type CooperationDimension = (typeof cooperationDimensions)[number];

/** Addresses below /policies/ that no document can have. */
export const reservedSlugs: readonly string[] = ['topics', 'glossary'];

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
  /** Slugs of the documents whose place it took. */
  readonly replaces: readonly string[];
  /** Slugs of the documents in force that a draft would change. */
  readonly revises: readonly string[];
  readonly coverage: PolicyCoverage;
  readonly source: PolicySource;
  readonly text: TextKind;
  readonly summary: string;
  readonly clauses: readonly Clause[];
}

/** Every clause of a tree, parents before children. */
export function allClauses(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.flatMap((clause) => [clause, ...allClauses(clause.clauses)]);
}
