/** Runs Lighthouse on an address, in a Chromium that listens on a debugging port. */
import lighthouse from 'lighthouse';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export interface LighthouseResult {
  /** 0–100 by category. */
  readonly scores: Readonly<Record<string, number>>;
  /** One line for each audit outside performance that is not passed. */
  readonly findings: readonly string[];
}

/** Mobile settings, as Lighthouse ships them. `passOver` names audits that a demonstration fails on purpose. */
export async function runLighthouse(address: string, port: number, passOver: readonly string[] = []): Promise<LighthouseResult> {
  const result = await lighthouse(address, { port, output: 'json', logLevel: 'error', onlyCategories: [...categories], skipAudits: [...passOver] });
  if (result === undefined || result.lhr.runtimeError !== undefined) {
    throw new Error(`Lighthouse could not look at ${address}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
  }
  const { lhr } = result;
  return {
    scores: Object.fromEntries(categories.map((category) => [category, Math.round((lhr.categories[category]?.score ?? 0) * 100)])),
    findings: categories
      .filter((category) => category !== 'performance')
      .flatMap((category) => lhr.categories[category]?.auditRefs ?? [])
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => lhr.audits[id])
      .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 1)
      .map((audit) => `lighthouse ${audit?.id}: ${audit?.title}`),
  };
}
