/** What release and rollback say to the operator. */
import { publicationWords } from '../publication-words.ts';

export const releaseWords = {
  zh: {
    ...publicationWords.zh,
    comparing: '与上一次发布比较',
    restoring: '恢复表和网站',
    notPublished: (out: string) => `没能完成发布（${out}）：磁盘可能已满，或文件夹被别的程序占用。再运行一次即可，没做完的会先做完或撤销。`,
    published: (release: number, corrections: number, out: string) => `第 ${release} 次发布已完成：${out}，${corrections === 0 ? '没有更正' : `${corrections} 处更正`}`,
    summary: (path: string, ok: boolean) => `${path}：签发单。${ok ? '可以发布' : '还不能发布'}；什么也没有公布。`,
    noRelease: (release: number, newest: number) => (newest === 0 ? '还没有发布过，没有可以回到的版本。' : `没有第 ${release} 次发布；最新的是第 ${newest} 次。`),
    isRollback: (release: number, of: number) => `第 ${release} 次发布是回到第 ${of} 次，页面就是那一次的：请重新生成第 ${of} 次。`,
    rebuiltAs: (folder: string, release: number, same: number, brought: number) => `${folder}：${same} 个文件与第 ${release} 次发布的记录相同。${brought === 0 ? '' : `记录里另有 ${brought} 个文件是从以前的网站带来的脚本和样式，不在其中。`}`,
    differs: (path: string, isThere: boolean) => `${path}：${isThere ? '与记录不同' : '记录里有，这里没有'}`,
    more: (path: string) => `${path}：记录里没有`,
    notSame: '有的文件与记录不同：程序的版本或文字不是当时的，或者记录、表被改过。',
    setAside: (files: number, folder: string) => `${files} 个文件有还没发布的改动，原样存到 ${folder}。`,
    rebuilt: '这次发布的网站已不在保留之列，用当时的表重新生成了页面。',
    rolledBack: (to: number, release: number, seconds: string) => `已回到第 ${to} 次发布的表和网站，记录为第 ${release} 次发布，${seconds} 秒`,
  },
  en: {
    ...publicationWords.en,
    comparing: 'Comparing with the last release',
    restoring: 'Restoring tables and site',
    notPublished: (out: string) => `The release could not be completed (${out}): the disk may be full, or another program holds the folder. Run it again; what is half-done is finished or undone first.`,
    published: (release: number, corrections: number, out: string) => `Release ${release} is published: ${out}, ${corrections === 0 ? 'no corrections' : corrections === 1 ? '1 correction' : `${corrections} corrections`}`,
    summary: (path: string, ok: boolean) => `${path}: page to sign. It ${ok ? 'can' : 'cannot yet'} be released; nothing was published.`,
    noRelease: (release: number, newest: number) => (newest === 0 ? 'Nothing has been released yet; there is nothing to go back to.' : `There is no release ${release}; the newest is ${newest}.`),
    isRollback: (release: number, of: number) => `Release ${release} went back to release ${of} and has its pages: rebuild release ${of}.`,
    rebuiltAs: (folder: string, release: number, same: number, brought: number) => `${folder}: ${same} files are those of the record of release ${release}.${brought === 0 ? '' : ` ${brought} more in the record are scripts and styles taken along from earlier sites, which are not here.`}`,
    differs: (path: string, isThere: boolean) => `${path}: ${isThere ? 'not as recorded' : 'recorded, and not here'}`,
    more: (path: string) => `${path}: not recorded`,
    notSame: 'Some files are not as recorded: program or texts are not those of that time, or log or tables were altered.',
    setAside: (files: number, folder: string) => `${files} files had changes that were not released; they were kept in ${folder}.`,
    rebuilt: 'The site of that release is no longer kept; its pages were made again from its tables.',
    rolledBack: (to: number, release: number, seconds: string) => `Back to the tables and the site of release ${to}, recorded as release ${release}, ${seconds} s`,
  },
} as const;
