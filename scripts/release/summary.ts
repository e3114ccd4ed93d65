/** The page to sign before a release: what is new, what is corrected, the largest jumps, what will be said in public. */
import { element } from '#src/charts/svg.ts';
import type { Child, Markup } from '#src/charts/svg.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { schemaNotices } from '#src/publishing/schema-notices.ts';
import type { Correction } from '#src/releases/record.ts';
import { doubtText } from './problems.ts';
import type { PreparedRelease } from './prepare.ts';

const words = {
  zh: {
    title: (release: number) => `第 ${release} 次发布：签发单`, state: (ok: boolean) => (ok ? '可以发布。' : '还不能发布：先处理下面标“待处理”的事项。'),
    facts: (asOf: string, at: string) => `数据截至 ${asOf}；本单打印于 ${at}。`,
    news: '新数据', table: '表', rows: '行数', until: '最新', added: '新增', late: '其中补报', changed: '改动', removed: '删除', same: (count: number) => `另有 ${count} 张表没有变化。`, none: '没有。',
    corrections: '更正', cell: '位置', from: '原来', to: '现在', kind: '类别', reason: '原因', removedRow: '整行删除', more: (count: number) => `另有 ${count} 处，见完整清单（--format json）。`,
    schemas: '列的改动', version: '版本', what: '改了什么',
    open: '待处理', noReason: '没有原因', doubt: '需要说明',
    jumps: '跳动最大的数', last: '上一个值', usual: '一向的范围', unknown: '历史太短',
    publicTitle: '对公众会这样说', note: '公开说明', noNote: '没有公开说明。', says: (corrections: number) => (corrections === 0 ? '更正页不增加条目。' : `更正页和更正订阅增加 ${corrections} 条，连同原值、新值、类别和原因。`),
    sign: ['编制', '审核', '签发', '日期'],
  },
  en: {
    title: (release: number) => `Release ${release}: page to sign`, state: (ok: boolean) => (ok ? 'It can be released.' : 'It cannot be released yet: settle what stands under "Open" first.'),
    facts: (asOf: string, at: string) => `Data as of ${asOf}; this page made ${at}.`,
    news: 'New data', table: 'Table', rows: 'Rows', until: 'Latest', added: 'Added', late: 'of these late', changed: 'Changed', removed: 'Removed', same: (count: number) => `${count} further tables have not changed.`, none: 'None.',
    corrections: 'Corrections', cell: 'Place', from: 'Before', to: 'Now', kind: 'Class', reason: 'Reason', removedRow: 'row removed', more: (count: number) => `${count} more, see the full list (--format json).`,
    schemas: 'Changes of columns', version: 'Version', what: 'What changed',
    open: 'Open', noReason: 'no reason', doubt: 'needs a note',
    jumps: 'Largest jumps', last: 'Value before', usual: 'Usual range', unknown: 'history too short',
    publicTitle: 'What the public will be told', note: 'Public note', noNote: 'There is no public note.', says: (corrections: number) => (corrections === 0 ? 'Nothing is added to the corrections.' : `The page and the feed of corrections gain ${corrections} entries with the old value, the new one, class and reason.`),
    sign: ['Prepared by', 'Checked by', 'Released by', 'Date'],
  },
} as const;

/** So many lines of a list fit on the page. */
const listed = 12;

const style = `body{font:13px/1.5 "PingFang SC","Microsoft YaHei","Noto Sans SC",system-ui;color:#111;max-width:48rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5em}h2{font-size:1.1em;margin:1.2em 0 .3em}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #bbb;padding:.15em .4em;text-align:left;vertical-align:top}
td.n,th.n{text-align:right}.sign{display:flex;gap:2rem;margin-top:2.5rem}.sign div{flex:1;border-top:1px solid #111;padding-top:.3em}@media print{body{margin:0}}`;

/** A page of HTML for printing; `ok` says that nothing is open. */
export function summaryPage({ draft, unexplained, jumps }: PreparedRelease, portal: Portal, ok: boolean, lang: 'zh' | 'en'): string {
  const say = words[lang];
  const nameOf = (table: string): string => {
    const resource = portal.package.resources.find(({ name }) => name === table);
    return resource === undefined ? table : lang === 'zh' ? resource.title : resource['title@en'];
  };
  const moved = draft.tables.filter(({ added, changed, removed }) => added + changed + removed > 0);
  const schemas = draft.release === 1 ? [] : draft.schemas;
  const demonstration = draft.demonstration ? (lang === 'zh' ? '【示例】' : '[Demonstration] ') : '';
  const open = [
    ...(draft.note === null ? draft.doubts.map((doubt) => [say.doubt, nameOf(doubt.table), doubt.column ?? '', doubtText(doubt)[lang]]) : []),
    ...unexplained.map(({ table, key, column, old, new: now }) => [say.noReason, nameOf(table), column ?? say.removedRow, `${key.join(' · ')}: ${old ?? ''} → ${now ?? ''}`]),
  ];
  const body = [
    element('h1', {}, `${demonstration}${say.title(draft.release)}`),
    element('p', {}, element('strong', {}, say.state(ok)), ' ', say.facts(draft.as_of, draft.at)),
    open.length === 0 ? null : [element('h2', {}, say.open), grid(['', say.table, '', ''], open.slice(0, listed)), rest(open.length, say.more)],
    element('h2', {}, say.news),
    grid([say.table, say.rows, say.until, say.added, say.late, say.changed, say.removed], moved.map((entry) => [nameOf(entry.table), String(entry.rows), entry.until ?? '', String(entry.added), String(entry.late), String(entry.changed), String(entry.removed)])),
    element('p', {}, say.same(draft.tables.length - moved.length)),
    element('h2', {}, say.corrections),
    draft.corrections.length === 0 ? element('p', {}, say.none) : grid([say.table, say.cell, say.from, say.to, say.kind, say.reason], draft.corrections.slice(0, listed).map((one) => correctionRow(one, nameOf, lang))),
    rest(draft.corrections.length, say.more),
    schemas.length === 0 ? null : [element('h2', {}, say.schemas), grid([say.table, say.version, say.what], schemas.map((one) => [nameOf(one.table), one.version, schemaNotices(one, lang).join(' ')]))],
    element('h2', {}, say.jumps),
    jumps.length === 0
      ? element('p', {}, say.none)
      : grid(
          [say.table, say.cell, say.last, say.to, say.usual],
          jumps.slice(0, 8).map(({ table, key, column, last, value, usual }) => [nameOf(table), `${key.join(' · ')} ${column}`, String(last), value, usual === null ? say.unknown : `${Number(usual.low.toPrecision(4))} – ${Number(usual.high.toPrecision(4))}`]),
        ),
    element('h2', {}, say.publicTitle),
    element('p', {}, draft.note === null ? say.noNote : `${say.note}: ${draft.note}`),
    element('p', {}, say.says(draft.corrections.length)),
    element('div', { class: 'sign' }, say.sign.map((name) => element('div', {}, name))),
  ];
  const page = element('html', { lang: lang === 'zh' ? 'zh-CN' : 'en' }, [element('head', {}, [{ markup: '<meta charset="utf-8">' }, element('title', {}, say.title(draft.release)), { markup: `<style>${style}</style>` }]), element('body', {}, body)]);
  return `<!doctype html>\n${page.markup}\n`;
}

function grid(header: readonly string[], rows: readonly (readonly string[])[]): Markup {
  const isNumber = (index: number): boolean => rows.length > 0 && rows.every((row) => /^-?[\d.]+$/.test(row[index] ?? ''));
  const cells = (tag: 'th' | 'td', row: readonly string[]): Child => row.map((cell, index) => element(tag, { class: isNumber(index) ? 'n' : null }, cell === '' ? '\u00a0' : cell));
  return element('table', {}, element('thead', {}, element('tr', {}, cells('th', header))), element('tbody', {}, rows.map((row) => element('tr', {}, cells('td', row)))));
}

function rest(count: number, more: (count: number) => string): Child {
  return count > listed ? element('p', {}, more(count - listed)) : null;
}

function correctionRow(one: Correction, nameOf: (table: string) => string, lang: 'zh' | 'en'): readonly string[] {
  return [nameOf(one.table), `${one.key.join(' · ')} ${one.column ?? words[lang].removedRow}`, one.old ?? '', one.new ?? '', one.class, one.reason[lang]];
}
