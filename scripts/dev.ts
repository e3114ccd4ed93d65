/** `npm run dev`: the site on this machine, made again as pages, texts or data change; neither policy nor sitemap. */
import { watch } from 'node:fs';
import { dev } from 'astro';
import { commandOptions } from './command.ts';
import { projectRoot, siteAddress, siteEnvironment } from './site-build.ts';

/** A spreadsheet program writes a file in several steps. */
const settleMilliseconds = 300;

const options = commandOptions();
Object.assign(process.env, siteEnvironment(options, siteAddress(options, 'http://localhost:4321/')));
let server = await dev({ root: projectRoot });
let timer: NodeJS.Timeout | undefined;
// The data is read once for each start, so new data is a new start.
watch(options.data, { recursive: true }, () => {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    await server.stop();
    server = await dev({ root: projectRoot });
  }, settleMilliseconds);
});
