/** What build, release and rollback say alike to the operator. */
export const publicationWords = {
  zh: {
    checking: '检查数据和内容',
    building: '生成页面',
    notOurs: (out: string) => `${out}：文件夹里有别的文件，不像本程序生成的网站，没有动它。请换一个 --out，或先清空它。`,
    locked: (out: string) => `${out}：另一个命令正在生成或更换这个网站。等它结束后再运行一次。`,
    noPlace: (out: string) => `${out}：不能在这里写入文件。检查文件夹的权限，或换一个 --out。`,
    brokenLog: (folder: string) => `${folder}：发布记录不完整或被改过，哈希对不上。请从备份恢复这个文件夹，不要手工修改。`,
    nothingPublished: '没有发布：原来的网站保持不变。处理上面的问题后再运行一次。',
    failed: '生成页面时出错，没有发布：原来的网站保持不变。',
  },
  en: {
    checking: 'Checking data and content',
    building: 'Making pages',
    notOurs: (out: string) => `${out}: this folder holds other files and does not look like a built site; it was left alone. Name another --out or empty it first.`,
    locked: (out: string) => `${out}: another command is building or replacing this site. Run this again when it is done.`,
    noPlace: (out: string) => `${out}: no file can be written here. Check the permissions of the folder, or name another --out.`,
    brokenLog: (folder: string) => `${folder}: the release log is incomplete or was altered; its hashes do not fit. Restore this folder from a backup; do not edit it by hand.`,
    nothingPublished: 'Nothing was published: the former site stays as it is. Settle the problems above and run this again.',
    failed: 'A page could not be made. Nothing was published: the former site stays as it is.',
  },
} as const;
