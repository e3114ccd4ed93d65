/** `npm run import -- --map FILE --table NAME FILE…`: turns foreign exports into a table of the data folder, and says what it left out. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportOptions } from '#src/datasets/import/import-table.ts';
import { reportJson, reportLines } from '#src/datasets/import/report.ts';
import { readDataPackage } from '#src/datasets/package-file.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { printFindings } from './findings.ts';
import { outputOptions, UsageError, type Options } from './options.ts';

const usage = 'npm run import -- --map FILE --table NAME [--data DIR] [--lang zh|en] [--format text|json] FILE…';

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n${usage}`);
  process.exitCode = 2;
}

async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const output = outputOptions(values);
  const options = importOptions(values, positionals, output);
  if (options === null) {
    process.exitCode = 1;
    return;
  }
  // Loaded only now: the readers of workbooks take longer to start than a wrong call to be told.
  const { importTable } = await import('#src/datasets/import/import-table.ts');
  const { report, findings } = await importTable(options);
  if (output.format === 'json') console.log(JSON.stringify(reportJson(report, findings), null, 2));
  else {
    printFindings(findings, output);
    if (report.written !== null) for (const line of reportLines(report, output.lang)) console.log(line);
    else console.log(output.lang === 'zh' ? `${findings.errors.length} 个错误，什么也没有写入` : `${findings.errors.length} ${findings.errors.length === 1 ? 'error' : 'errors'}, nothing written`);
  }
  process.exitCode = findings.errors.length === 0 ? 0 : 1;
}

/** Null where the data package has problems, which are then printed. */
function importOptions(values: Values, files: readonly string[], output: Pick<Options, 'lang' | 'format'>): ImportOptions | null {
  const zh = output.lang === 'zh';
  const { map, table, data = 'data' } = values;
  if (map === undefined) throw new UsageError(zh ? '缺少 --map 映射文件' : '--map FILE is missing');
  if (table === undefined) throw new UsageError(zh ? '缺少 --table 表名' : '--table NAME is missing');
  if (files.length === 0) throw new UsageError(zh ? '没有说要导入哪个文件' : 'no file to import is named');
  for (const file of [map, ...files]) if (!existsSync(file) || statSync(file).isDirectory()) throw new UsageError(zh ? `没有文件 ${file}` : `there is no file ${file}`);
  if (!existsSync(data)) throw new UsageError(zh ? `没有数据文件夹 ${data}` : `there is no data folder ${data}`);
  const sink = collectProblems();
  const dataPackage = readDataPackage(resolve(data), sink);
  if (dataPackage === null) {
    printFindings(sink.findings(), output);
    return null;
  }
  const resource = dataPackage.resources.find(({ name }) => name === table);
  if (resource === undefined) {
    const names = dataPackage.resources.map(({ name }) => name).join(' ');
    throw new UsageError(zh ? `没有表 ${table}；有：${names}` : `there is no table ${table}; there are: ${names}`);
  }
  return { dataDir: resolve(data), map: resolve(map), resource, files: files.map((file) => resolve(file)) };
}

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { map: { type: 'string' }, table: { type: 'string' }, data: { type: 'string' }, lang: { type: 'string' }, format: { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
