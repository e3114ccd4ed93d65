#!/usr/bin/env node
// Verifies a kept copy of an open blood portal against its own release log. Needs Node.js 18 or later and nothing else; does not go online.
// 核对无偿献血信息公开平台的副本是否与它自己的发布记录一致。只需要 Node.js 18 以上，不联网。
//
//   node verify.mjs FOLDER                      the whole copy of a site · 核对整站副本
//   node verify.mjs FOLDER --earlier OLD.json   also: the old log is the beginning of the new one · 并与旧记录比较
//   node verify.mjs FOLDER --file FILE…         in which release a file was published · 某个文件属于哪一次发布
//
// Exit status 0: nothing wrong; 1: something was changed, it is named; 2: wrong call.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const logPath = 'data/v1/releases.json';
/** A site brings the lists of files of its last seven releases. */
const listedReleases = 7;
const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** What is wrong with the copy of a site in `folder`, one line each; and its records. `earlier` names a log that was kept before. */
export function verifyCopy(folder, earlier) {
  const faults = [];
  const fault = (zh, en) => void faults.push(`✗ ${zh} · ${en}`);
  const records = readLog(join(folder, logPath), logPath, fault);
  if (records !== null) {
    if (earlier !== undefined) compareLogs(records, earlier, fault);
    checkSite(folder, records, fault);
  }
  return { faults, records };
}

/** Says of each file in which release it was published. */
export function findFiles(folder, files) {
  const faults = [];
  const fault = (zh, en) => void faults.push(`✗ ${zh} · ${en}`);
  const records = readLog(join(folder, logPath), logPath, fault);
  const found = records === null ? [] : files.flatMap((file) => whereIs(records, file, fault));
  return { faults, found };
}

if (process.argv[1] !== undefined && existsSync(process.argv[1]) && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) run(process.argv.slice(2));

function run([folder, option, ...words]) {
  if (folder === undefined || (option !== undefined && option !== '--earlier' && option !== '--file') || (option !== undefined && words.length === 0)) {
    console.error('node verify.mjs FOLDER [--earlier OLD.json | --file FILE …]');
    process.exitCode = 2;
    return;
  }
  if (option === '--file') {
    const { faults, found } = findFiles(folder, words);
    for (const line of [...found, ...faults]) console.log(line);
    process.exitCode = faults.length === 0 ? 0 : 1;
    return;
  }
  const { faults, records } = verifyCopy(folder, words[0]);
  for (const line of faults) console.log(line);
  process.exitCode = faults.length === 0 ? 0 : 1;
  if (faults.length > 0) return;
  const last = records.at(-1);
  if (last === undefined) console.log('没有发布记录，文件无从核对 · there are no releases, the files cannot be verified');
  else console.log(`✓ ${records.length} 条记录首尾相连，${last.manifest.files} 个文件与第 ${last.release} 次发布相同 · ${records.length} records are chained, ${last.manifest.files} files are those of release ${last.release}`);
}

/** The records, each checked against its hash and its predecessor; null where the log cannot be read. */
function readLog(path, name, fault) {
  if (!existsSync(path)) return void fault(`${name}：没有发布记录`, `${name}: there is no release log`), null;
  const text = readFileSync(path, 'utf8');
  let found;
  try {
    found = JSON.parse(text);
    if (!Array.isArray(found) || found.some((one) => one === null || typeof one !== 'object')) throw new Error('not a list of records');
  } catch (error) {
    return void fault(`${name}：发布记录读不出来（${error.message}）`, `${name}: the release log cannot be read (${error.message})`), null;
  }
  found.forEach((record, index) => {
    const { hash, ...rest } = record;
    if (record.release !== index + 1) fault(`${name}：第 ${index + 1} 条写着第 ${record.release} 次发布，有记录被删去或调换`, `${name}: record ${index + 1} is that of release ${record.release}; a record was dropped or moved`);
    if (record.previous !== (index === 0 ? null : found[index - 1].hash)) fault(`${name}：第 ${index + 1} 条与上一条不相连`, `${name}: record ${index + 1} is not chained to the one before`);
    if (hash !== sha256(JSON.stringify(rest))) fault(`${name}：第 ${index + 1} 条与自己的哈希不符，内容被改过`, `${name}: record ${index + 1} does not have its hash; it was altered`);
  });
  const canonical = found.length === 0 ? '[]\n' : `[\n${found.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`;
  if (!Buffer.from(canonical).equals(readFileSync(path))) fault(`${name}：写法与发布时不同，被改过`, `${name}: it is not written as it was published; it was altered`);
  return found;
}

/** Every file of the copy against the list of the last release, and the list against the log. */
function checkSite(folder, records, fault) {
  const last = records.at(-1);
  const present = new Set(
    readdirSync(folder, { recursive: true })
      .map((file) => String(file).split(sep).join('/'))
      .filter((file) => statSync(join(folder, file)).isFile()),
  );
  present.delete(logPath);
  const known = new Map();
  for (const record of records) {
    for (const path of record.files?.removed ?? []) known.delete(path);
    for (const entry of record.files?.changed ?? []) known.set(entry.slice(65), entry.slice(0, 64));
  }
  for (const path of [...present].filter((one) => /^data\/v1\/releases\/\d+\.txt$/.test(one))) {
    present.delete(path);
    const record = records[Number(/(\d+)\.txt$/.exec(path)[1]) - 1];
    if (record === undefined) fault(`${path}：记录里没有这次发布，发布记录的末尾被截去`, `${path}: the log does not hold this release; its end was cut off`);
    else if (record.manifest?.sha256 !== sha256(readFileSync(join(folder, path)))) fault(`${path}：文件清单被改过`, `${path}: the list of files was altered`);
  }
  if (last === undefined) return;
  for (const { release } of records.slice(-listedReleases, -1)) {
    if (!existsSync(join(folder, `data/v1/releases/${release}.txt`))) fault(`data/v1/releases/${release}.txt：缺少这份文件清单`, `data/v1/releases/${release}.txt: this list of files is missing`);
  }
  const listPath = last.manifest?.path ?? '';
  if (!/^data\/v1\/releases\/\d+\.txt$/.test(listPath) || !existsSync(join(folder, listPath))) return fault(`${listPath}：缺少第 ${last.release} 次发布的文件清单`, `${listPath}: the list of files of release ${last.release} is missing`);
  const listed = new Map(readFileSync(join(folder, listPath), 'utf8').split('\n').filter((line) => line !== '').map((line) => [line.slice(66), line.slice(0, 64)]));
  for (const [path, hash] of listed) {
    if (!present.has(path)) fault(`${path}：缺少这个文件`, `${path}: the file is missing`);
    else if (sha256(readFileSync(join(folder, path))) !== hash) fault(`${path}：与第 ${last.release} 次发布的不同，被改过或被换过`, `${path}: it is not the file of release ${last.release}; it was altered or swapped`);
  }
  for (const path of present) if (!listed.has(path)) fault(`${path}：第 ${last.release} 次发布没有这个文件`, `${path}: release ${last.release} has no such file`);
  for (const [path, hash] of known) if (listed.get(path) !== hash) fault(`${path}：发布记录与文件清单不一致`, `${path}: the log and the list of files differ`);
}

/** An earlier log has to be the beginning of this one, record by record. */
function compareLogs(records, path, fault) {
  const earlier = readLog(path, path, fault);
  earlier?.forEach((record, index) => {
    if (JSON.stringify(record) !== JSON.stringify(records[index])) fault(`第 ${record.release} 次发布的记录与以前保存的不同`, `the record of release ${record.release} is not the one that was kept earlier`);
  });
}

/** Says in which releases a file was published and whether it is current. */
function whereIs(records, file, fault) {
  if (!existsSync(file)) {
    fault(`${file}：没有这个文件`, `${file}: there is no such file`);
    return [];
  }
  const hash = sha256(readFileSync(file));
  const found = [];
  const current = new Map();
  for (const record of records) {
    for (const path of record.files.removed) current.delete(path);
    for (const entry of record.files.changed) {
      const path = entry.slice(65);
      if (entry.startsWith(hash)) found.push({ path, release: record.release, at: record.at });
      current.set(path, entry.slice(0, 64));
    }
  }
  if (found.length === 0) fault(`${file}：记录里没有这个文件（SHA-256 ${hash}）`, `${file}: the log does not hold this file (SHA-256 ${hash})`);
  return found.map(({ path, release, at }) => {
    const is = current.get(path) === hash;
    return `✓ ${file}: ${path}，第 ${release} 次发布（${at}）${is ? '，仍是最新' : '，后来换过'} · release ${release} (${at}), ${is ? 'still current' : 'replaced later'}`;
  });
}
