/** What stops a release, as problems: revisions without a reason, and doubts without a confirmation. */
import type { Doubt } from '#src/releases/record.ts';
import type { Revision } from '#src/releases/revisions.ts';
import { formatCsv } from '#src/tabular/format-csv.ts';
import type { Problem, Text } from '#src/tabular/problem.ts';

/** One problem for each changed cell and removed row; all of them, however many. `fileOf` names the file of a table. */
export function silentRevisions(revisions: readonly Revision[], fileOf: (table: string) => string): readonly Problem[] {
  return revisions.map((revision) => {
    const { table, key, column, old, new: now } = revision;
    if (revision.mustBeCancelled === true) return vanishedDrive(revision, fileOf(table));
    const place = JSON.stringify(key);
    const line = formatCsv([], [[table, place, column ?? 'row', 'C', '…', '…']]).split('\r\n')[1] ?? '';
    return {
      file: fileOf(table),
      row: null,
      column,
      value: now,
      code: column === null ? 'silent_removal' : 'silent_revision',
      message:
        column === null
          ? { zh: `主键 ${place} 的行已经发布过（${old}），现在没有了，却没有说明原因。`, en: `The row ${place} was published (${old}) and is gone, without a reason.` }
          : { zh: `主键 ${place}：已发布的值 ${shown(old)} 改成了 ${shown(now)}，却没有说明原因。`, en: `Row ${place}: the published value ${shown(old)} became ${shown(now)}, without a reason.` },
      fix: {
        zh: `在 reasons.csv 里写明类别和原因：${line}；或用 --class、--reason-zh、--reason-en。改错了就改回去。`,
        en: `State class and reason in reasons.csv: ${line}; or by --class, --reason-zh, --reason-en. If it was a slip, put the old value back.`,
      },
    };
  });
}

/** A drive that people have in their calendars: it is taken out of them by cancelling it, not by leaving it out. */
function vanishedDrive({ key, old }: Revision, file: string): Problem {
  const [drive = ''] = key;
  return {
    file, row: null, column: 'status', value: null, code: 'drive_vanished',
    message: {
      zh: `活动 ${drive} 还没有到日子，上次发布过（${old}），现在没有了。订阅了日历的人仍会看到它。`,
      en: `The drive ${drive} lies ahead, was published (${old}) and is gone. Those who took it into their calendars still see it.`,
    },
    fix: { zh: `把这一行放回去，status 填 cancelled。日历会写明取消。`, en: 'Put the row back with cancelled as its status. Calendars then say so.' },
  };
}

function shown(cell: string | null): string {
  return cell === null || cell === '' ? '""' : JSON.stringify(cell);
}

const confirmFix: Text = {
  zh: '核对后，若属实，加上 --confirm "给公众的一句说明"；若有误，先改正。',
  en: 'Check it. If it is right, add --confirm "one sentence for the public"; if not, correct it first.',
};

/** One problem for each doubt. */
export function unconfirmedDoubts(doubts: readonly Doubt[], fileOf: (table: string) => string): readonly Problem[] {
  return doubts.map((doubt) => ({ file: fileOf(doubt.table), row: null, column: doubt.column, value: doubt.value, code: doubt.code, message: doubtText(doubt), fix: confirmFix }));
}

/** A doubt in a sentence. */
export function doubtText({ code, key, column, value, usual }: Doubt): Text {
  const place = JSON.stringify(key);
  if (code === 'value_unusual') return { zh: `主键 ${place}：${value} 超出这一系列一向的范围（${usual}）。`, en: `Row ${place}: ${value} is out of the usual range of its series (${usual}).` };
  if (code === 'table_shrunk') return { zh: `这张表从 ${usual} 行减到 ${value} 行，少了五分之一以上。`, en: `The table shrank from ${usual} to ${value} rows, by more than a fifth.` };
  if (code === 'table_overdue') return { zh: `这张表到 ${value} 为止，已错过两次公布时间（第二次是 ${usual}）。`, en: `The table ends at ${value} and missed two due times (the second was ${usual}).` };
  if (code === 'column_renamed') return { zh: `列“${column}”改名为“${value}”，读这张表的程序会找不到它。说明会写在表的页面上。`, en: `The column "${column}" is now called "${value}"; programs that read the table will not find it. The note is shown on the table's page.` };
  if (code === 'column_retyped') return { zh: `列“${column}”的类型或单位由 ${usual} 改为 ${value}。说明会写在表的页面上。`, en: `The column "${column}" was ${usual} and is ${value}. The note is shown on the table's page.` };
  if (code === 'key_changed') return { zh: `主键由 ${usual} 改为 ${value}。说明会写在表的页面上。`, en: `The key was ${usual} and is ${value}. The note is shown on the table's page.` };
  return { zh: `列“${column}”不再公布。`, en: `The column "${column}" is no longer published.` };
}
