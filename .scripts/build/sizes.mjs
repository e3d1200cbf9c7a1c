/** @returns one line a package (or folder of ours) with the KiB it has in the bundle, largest first. */
export function sizesOf(metafile) {
  const sizes = new Map();
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, {bytesInOutput}] of Object.entries(output.inputs)) {
      const owner =
        /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1] ??
        path.split('/').slice(0, 2).join('/');
      sizes.set(owner, (sizes.get(owner) ?? 0) + bytesInOutput);
    }
  }
  return [...sizes]
    .sort((a, b) => b[1] - a[1])
    .map(([owner, bytes]) => `${(bytes / 1024).toFixed(1).padStart(8)} KiB  ${owner}\n`)
    .join('');
}
