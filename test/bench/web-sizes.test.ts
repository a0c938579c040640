import { expect } from 'chai';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { measureWeb } from '../../bench/web-sizes.ts';

describe('the size of a built web client', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lontar-web-'));
    mkdirSync(join(folder, 'assets'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const add = (name: string, text: string) => {
    writeFileSync(join(folder, 'assets', name), text);
    return brotliCompressSync(Buffer.from(text)).length;
  };
  const page = (html: string) => {
    writeFileSync(join(folder, 'index.html'), html);
  };

  it('counts what the first page needs, through imports too, and what a lazy part adds to it', () => {
    const main = add('main.js', 'import{a as b}from"./shared.js";import("./screen.js").then(b)');
    const shared = add('shared.js', 'export const a=(x)=>console.log(x)');
    const screen = add('screen.js', 'import"./shared.js";import{d}from"./deep.js";d()');
    const deep = add('deep.js', 'export const d=()=>"deep"');
    add('unused.js', 'console.log("never")');
    const style = add('main.css', 'body{margin:0}');
    page('<script type="module" src="/assets/main.js"></script><link rel="stylesheet" href="/assets/main.css">');
    const sizes = measureWeb(folder);
    expect(sizes.initialJs).to.equal(main + shared);
    expect(sizes.initialCss).to.equal(style);
    expect([...sizes.lazy]).to.deep.equal([['screen.js', screen + deep]]);
  });

  it('counts a preloaded module once', () => {
    const main = add('main.js', 'import"./other.js"');
    const other = add('other.js', 'console.log(1)');
    page('<script src="/assets/main.js"></script><link rel="modulepreload" href="/assets/other.js">');
    expect(measureWeb(folder).initialJs).to.equal(main + other);
  });
});
