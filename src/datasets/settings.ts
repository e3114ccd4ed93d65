/** portal.json: who publishes, when, and what holds for every page; checked key by key. */
import { z } from 'zod';
import { parseDuration } from '#src/domain/duration.ts';
import { isIsoDate } from '#src/domain/calendar.ts';
import { isInstant, isTimeZone } from '#src/domain/instant.ts';
import { components } from '#src/domain/blood.ts';
import type { Problem, Text } from '#src/tabular/problem.ts';
import { parseWith, reason, valueAt } from './schema-faults.ts';

/** Both languages, or one text that stands for both. */
const text = z
  .union([z.string().min(1), z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })])
  .transform((value): Text => (typeof value === 'string' ? { zh: value, en: value } : value));
const id = z.string().regex(/^[a-z0-9-]+$/, reason('只用小写字母、数字和连字符', 'lower-case letters, digits and hyphens only'));
const date = z.string().refine(isIsoDate, reason('要写成 2026-11-21 这样的日期', 'a date like 2026-11-21 is wanted'));
const instant = z.string().refine(isInstant, reason('要写成 2026-11-21T21:00:00+08:00 这样的时刻', 'an instant like 2026-11-21T21:00:00+08:00 is wanted'));
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, reason('要写成 09:00 这样的时间', 'a time like 09:00 is wanted'));
const timeZone = z.string().refine(isTimeZone, reason('要写时区名，例如 Asia/Shanghai', 'the name of a time zone is wanted, e.g. Asia/Shanghai'));

const contact = z.strictObject({ phone: z.string().optional(), email: z.email().optional(), address: text.optional(), hours: text.optional() });

const timing = z
  .strictObject({
    every: z.enum(['P1D', 'workday', 'P1M', 'P1Y']).default('P1D'),
    due: time.default('09:00'),
    grace: z.string().refine((value) => parseDuration(value) !== null, reason('要写成 PT26H（26 小时）、P12D（12 天）这样的时长', 'a duration like PT26H or P12D is wanted')).default('PT26H'),
    moment: z.union([z.enum(['opening', 'closing']), time]).default('opening'),
    absent_row: z.enum(['zero', 'missing']).default('missing'),
  })
  .transform(({ absent_row, ...rest }) => ({ ...rest, absentRow: absent_row }));

/** `GS(2024)0650号`, `鲁SG（2023）026号`: who reviewed, the year, the number. */
const reviewNumber = z.string().regex(/^[\p{Script=Han}A-Za-z]{1,8}\s*[(（[〔]\d{4}[)）\]〕]\s*\d+\s*号$/u, reason('要写审图号，例如 GS(2024)0650号', 'a map review number is wanted, e.g. GS(2024)0650号'));
const map = z
  .strictObject({ picture: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.(png|jpg|jpeg|webp|svg)$/, reason('要写数据文件夹里的图片文件名，例如 map.png', 'the name of a picture in the data folder is wanted, e.g. map.png')), review_number: reviewNumber })
  .transform(({ picture, review_number }) => ({ picture, reviewNumber: review_number }));

const schema = z
  .strictObject({
    title: text,
    publisher: text,
    region: id,
    site: z.url({ protocol: /^https?$/ }),
    time_zone: timeZone.default('Asia/Shanghai'),
    languages: z.array(z.enum(['zh', 'en'])).min(1).default(['zh', 'en']),
    licence: z.strictObject({ name: text, url: z.url({ protocol: /^https?$/ }).optional() }).optional(),
    contact: z
      .strictObject({ donors: contact.optional(), press: contact.optional(), information: contact.optional(), rhd_negative: contact.optional() })
      .transform(({ rhd_negative, ...rest }) => ({ ...rest, rhdNegative: rhd_negative }))
      .optional(),
    filings: z
      .strictObject({ sponsor: text.optional(), site_code: z.string().optional(), icp: z.string().optional(), police: z.string().optional() })
      .transform(({ site_code, ...rest }) => ({ ...rest, siteCode: site_code }))
      .optional(),
    demonstration: z.strictObject({ clock: instant }).nullable().default(null),
    map: map.optional(),
    headline_component: z.enum(components).default('red_cells'),
    demand_window_days: z.int().min(1).max(366).default(28),
    small_count: z.int().min(0).max(1000).default(5),
    tables: z.record(id, timing).default({}),
    pauses: z.array(z.strictObject({ from: date, until: date, note: text }).refine((pause) => pause.from <= pause.until, reason('until 早于 from', 'until lies before from'))).default([]),
  })
  .transform(({ time_zone, headline_component, demand_window_days, small_count, ...rest }) => ({
    ...rest,
    timeZone: time_zone,
    headlineComponent: headline_component,
    demandWindowDays: demand_window_days,
    smallCount: small_count,
  }));

/** What portal.json says, with the defaults filled in. */
export type PortalSettings = z.output<typeof schema>;
/** When one table is published and what an absent row of it means. */
export type TableTiming = PortalSettings['tables'][string];

/** Parses the text of portal.json; every wrong key is a problem with its path as column, and then there are no settings. */
export function parseSettings(json: string, file: string): { readonly settings: PortalSettings | null; readonly problems: readonly Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { settings: null, problems: [notJson(file, notJsonReason(error))] };
  }
  const result = parseWith(schema, value);
  if ('data' in result) return { settings: result.data, problems: [] };
  const problems = result.faults.map((fault) => {
    const key = fault.path.join('.');
    if (fault.kind === 'unknown') return unknownKey(file, key);
    if (fault.kind === 'missing') return missingKey(file, key);
    const found = valueAt(value, fault.path);
    return wrongValue(file, key, typeof found === 'string' ? found : JSON.stringify(found).slice(0, 80), fault.reason);
  });
  return { settings: null, problems };
}

/** Where the JSON breaks, as far as the parser says; it speaks English only. */
function notJsonReason(error: unknown): Text {
  const en = error instanceof Error ? error.message : String(error);
  const [, line, column] = /line (\d+) column (\d+)/.exec(en) ?? [];
  if (line !== undefined) return { zh: `第 ${line} 行第 ${column} 个字处读不通`, en };
  return { zh: /end of JSON/.test(en) ? '读到结尾还不完整' : '读不通', en };
}

function notJson(file: string, reason: Text): Problem {
  return {
    file, row: null, column: null, value: null, code: 'settings_not_json',
    message: { zh: `文件不是合格的 JSON（${reason.zh}）。`, en: `The file is not valid JSON (${reason.en}).` },
    fix: { zh: '检查引号、逗号和括号是否成对；可从操作手册的样例重新开始。', en: 'Check quotes, commas and brackets, or start again from the example in the handbook.' },
  };
}

function unknownKey(file: string, key: string): Problem {
  return {
    file, row: null, column: key, value: null, code: 'settings_unknown',
    message: { zh: `不认识的设置“${key}”。`, en: `There is no setting "${key}".` },
    fix: { zh: '检查拼写；可用的设置见操作手册“portal.json”一节。', en: 'Check the spelling; the handbook lists the settings under "portal.json".' },
  };
}

function missingKey(file: string, key: string): Problem {
  return {
    file, row: null, column: key, value: null, code: 'settings_missing',
    message: { zh: `缺少设置“${key}”。`, en: `The setting "${key}" is missing.` },
    fix: settingsFix,
  };
}

function wrongValue(file: string, key: string, value: string, reason: Text): Problem {
  return {
    file, row: null, column: key, value, code: 'settings_value',
    message: { zh: `设置“${key}”的值不对（${reason.zh}）。`, en: `The setting "${key}" has a wrong value (${reason.en}).` },
    fix: settingsFix,
  };
}

const settingsFix: Text = { zh: '按操作手册“portal.json”一节的说明填写。', en: 'Fill it in as the handbook says under "portal.json".' };
