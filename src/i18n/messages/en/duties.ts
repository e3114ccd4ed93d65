/** English messages: who owes what. */
import type { zh } from '../zh/duties.ts';

export const en = {
  'duties.title': 'Duties',
  'duties.heading': '{documents} documents lay {duties} duties on {bearers} kinds of bearers',
  'duties.description': 'Duties of departments and governments in unpaid blood donation, by the four dimensions of cooperation, each with its clause.',
  'duties.lead': 'Who owes what, by the four dimensions of cooperation. Each number leads to its clauses; what drafts, proposals, reports and studies lay down binds nobody.',
  'duties.caption': 'Duties of each bearer, by dimension of cooperation',
  'duties.bearer': 'Bearer',
  'duties.dimension.departments': 'Between departments',
  'duties.dimension.levels': 'Between levels',
  'duties.dimension.society': 'With society',
  'duties.dimension.inside': 'Inside a department',
  'duties.dimension.departments.about': 'Departments of one level work together: {count} duties.',
  'duties.dimension.levels.about': 'Nation, province, city and county join up: {count} duties.',
  'duties.dimension.society.about': 'Government works with organisations, media and the public: {count} duties.',
  'duties.dimension.inside.about': 'Work of the health system and the stations themselves: {count} duties.',
  'duties.level.national': 'national',
  'duties.level.province': 'provincial',
  'duties.level.city': 'city',
  'duties.level.county': 'county',
  'duties.level.township': 'township',
} as const satisfies Record<keyof typeof zh, string>;
