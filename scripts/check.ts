/** `npm run check`: checks data and content, prints every problem, writes nothing. */
import { checkedPortal } from './checked-portal.ts';
import { commandOptions } from './command.ts';
import { printFindings } from './findings.ts';
import { showProgress } from './progress.ts';

const options = commandOptions();
const progress = showProgress();
const { findings } = checkedPortal(options, {
  keepDaily: false,
  onTable: (table) => progress.step(options.lang === 'zh' ? table.title : table['title@en']),
});
progress.done();
printFindings(findings, options);
if (options.format === 'text') {
  const counts = { errors: findings.errors.length, warnings: findings.warnings.length };
  console.log(options.lang === 'zh' ? `${counts.errors} 个错误，${counts.warnings} 个提醒` : `${counts.errors} errors, ${counts.warnings} warnings`);
}
process.exitCode = findings.errors.length === 0 ? 0 : 1;
