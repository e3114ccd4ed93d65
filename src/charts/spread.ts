/** Keeps labels along one axis apart. */

/**
 * Positions near the wanted ones, in the same order, at least `gap` apart and within `from`–`to` as far as there is room:
 * labels that collide are spread evenly about their common middle. `wanted` rises.
 */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): readonly number[] {
  interface Cluster {
    readonly first: number;
    readonly count: number;
    readonly sum: number;
  }
  const startOf = ({ sum, count }: Cluster): number => {
    const length = (count - 1) * gap;
    return Math.max(from, Math.min(to - length, sum / count - length / 2));
  };
  const clusters: Cluster[] = [];
  wanted.forEach((position, index) => {
    let cluster: Cluster = { first: index, count: 1, sum: position };
    for (let before = clusters.at(-1); before !== undefined; before = clusters.at(-1)) {
      if (startOf(before) + before.count * gap <= startOf(cluster)) break;
      clusters.pop();
      cluster = { first: before.first, count: before.count + cluster.count, sum: before.sum + cluster.sum };
    }
    clusters.push(cluster);
  });
  return clusters.flatMap((cluster) => Array.from({ length: cluster.count }, (_, index) => startOf(cluster) + index * gap));
}
