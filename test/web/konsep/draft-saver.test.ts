import { expect } from 'chai';
import { createDraftSaver, type LocalCopy, type SaverDoors } from '../../../web/src/konsep/draft-saver.ts';

class Refusal extends Error {
  readonly kind: 'unreachable' | 'stale' | 'refused';
  constructor(kind: 'unreachable' | 'stale' | 'refused') {
    super(kind);
    this.kind = kind;
  }
}

/** A server with one letter: takes a save on its present version only, and repeats its answer for a known key. */
class Server {
  content = 'awal';
  version = 1;
  reachable = true;
  /** The next save is stored, but its answer is lost. */
  losesAnswer = false;
  refuses = false;
  readonly answers = new Map<string, { version: number }>();
  puts: string[] = [];
  keys = 0;

  put(content: string, version: number, key: string): { version: number } {
    this.puts.push(content);
    if (!this.reachable) throw new Refusal('unreachable');
    if (this.refuses) throw new Refusal('refused');
    const known = this.answers.get(key);
    if (known) return known;
    if (version !== this.version) throw new Refusal('stale');
    this.content = content;
    this.version += 1;
    const answer = { version: this.version };
    this.answers.set(key, answer);
    if (this.losesAnswer) {
      this.losesAnswer = false;
      throw new Refusal('unreachable');
    }
    return answer;
  }
}

function meet(server: Server, isAutomatic = true) {
  const device: { copy: LocalCopy<string> | null } = { copy: null };
  const doors: SaverDoors<string> = {
    put: (content, version, key) => new Promise((resolve) => resolve(server.put(content, version, key))),
    read: () => Promise.resolve({ content: server.content, version: server.version }),
    keep: (copy) => {
      device.copy = copy;
      return Promise.resolve();
    },
    forget: () => {
      device.copy = null;
      return Promise.resolve();
    },
    classify: (error) => (error as Refusal).kind,
    isSame: (left, right) => left === right,
    newKey: () => `kunci-${(server.keys += 1)}`,
    now: () => 1_700_000_000_000,
  };
  return { saver: createDraftSaver({ content: 'awal', version: 1, isAutomatic }, doors), device };
}

describe('draft saver', () => {
  it('waits 800 ms after the last change, then stores once', async () => {
    const server = new Server();
    const { saver } = meet(server);
    saver.change('a');
    saver.change('ab');
    expect(saver.state().phase).to.equal('dirty');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(server.puts).to.deep.equal([]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(server.puts).to.deep.equal(['ab']);
    expect(saver.state()).to.include({ phase: 'saved', problem: null });
    saver.dispose();
  });

  it('says "kept" and holds a copy on the device while the server cannot be reached', async () => {
    const server = new Server();
    server.reachable = false;
    const { saver, device } = meet(server);
    saver.change('tanpa jaringan');
    expect(await saver.flush()).to.equal(false);
    expect(saver.state().phase).to.equal('kept');
    expect(device.copy).to.include({ content: 'tanpa jaringan', version: 1 });
    server.reachable = true;
    expect(await saver.flush()).to.equal(true);
    expect(server.content).to.equal('tanpa jaringan');
    expect(device.copy).to.equal(null);
    saver.dispose();
  });

  it('does not store twice when the answer to a save was lost', async () => {
    const server = new Server();
    server.losesAnswer = true;
    const { saver } = meet(server);
    saver.change('sekali');
    expect(await saver.flush()).to.equal(false);
    expect(await saver.flush()).to.equal(true);
    expect(server.version).to.equal(2);
    saver.dispose();
  });

  it('sees its own lost save and goes on, although more was written since', async () => {
    const server = new Server();
    server.losesAnswer = true;
    const { saver } = meet(server);
    saver.change('satu');
    await saver.flush();
    saver.change('satu dua');
    expect(await saver.flush()).to.equal(true);
    expect([server.content, server.version]).to.deep.equal(['satu dua', 3]);
    expect(saver.state().conflict).to.equal(null);
    saver.dispose();
  });

  it('stops before another person’s words and sends nothing until somebody chose', async () => {
    const server = new Server();
    const { saver } = meet(server);
    server.content = 'tulisan orang lain';
    server.version = 2;
    saver.change('tulisan saya');
    expect(await saver.flush()).to.equal(false);
    expect(saver.state().conflict).to.deep.equal({ content: 'tulisan orang lain', version: 2 });
    saver.change('tulisan saya lagi');
    expect(await saver.flush()).to.equal(false);
    expect(server.content).to.equal('tulisan orang lain');
    expect(await saver.overwrite('tulisan saya lagi')).to.equal(true);
    expect([server.content, server.version]).to.deep.equal(['tulisan saya lagi', 3]);
    saver.dispose();
  });

  it('takes the other version as its base when that is chosen', async () => {
    const server = new Server();
    const { saver, device } = meet(server);
    server.content = 'lain';
    server.version = 2;
    saver.change('saya');
    await saver.flush();
    saver.accept();
    expect(saver.state()).to.include({ phase: 'saved', conflict: null });
    expect([saver.version(), device.copy]).to.deep.equal([2, null]);
    saver.change('lain, diteruskan');
    expect(await saver.flush()).to.equal(true);
    saver.dispose();
  });

  it('goes on silently when only the version moved, as after a comment', async () => {
    const server = new Server();
    const { saver } = meet(server);
    server.version = 5;
    saver.change('baru');
    expect(await saver.flush()).to.equal(true);
    expect(server.version).to.equal(6);
    saver.dispose();
  });

  it('keeps refused content on the device, tells why, and tries again after the next change', async () => {
    const server = new Server();
    server.refuses = true;
    const { saver, device } = meet(server);
    saver.change('huruf aneh');
    expect(await saver.flush()).to.equal(false);
    expect(saver.state().problem).to.be.instanceOf(Refusal);
    expect(device.copy?.content).to.equal('huruf aneh');
    server.refuses = false;
    saver.change('huruf biasa');
    expect(saver.state().problem).to.equal(null);
    expect(await saver.flush()).to.equal(true);
    saver.dispose();
  });

  it('goes on from a copy of this device, and shows a newer server version as a conflict', async () => {
    const server = new Server();
    const same = meet(server);
    same.saver.restore({ content: 'dari perangkat', version: 1, keptAt: 0 });
    expect(same.saver.content()).to.equal('dari perangkat');
    expect(await same.saver.flush()).to.equal(true);
    server.content = 'tulisan lain';
    const late = meet(server);
    late.saver.restore({ content: 'sisa lama', version: 0, keptAt: 0 });
    expect(await late.saver.flush()).to.equal(false);
    expect(late.saver.state().conflict?.content).to.equal('tulisan lain');
    late.saver.dispose();
    same.saver.dispose();
  });

  it('only keeps a correction on the device until it is sent on purpose', async () => {
    const server = new Server();
    const { saver, device } = meet(server, false);
    saver.change('koreksi');
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(server.puts).to.deep.equal([]);
    expect([saver.state().phase, device.copy?.content]).to.deep.equal(['kept', 'koreksi']);
    expect(await saver.flush()).to.equal(true);
    expect(server.content).to.equal('koreksi');
    saver.dispose();
  });

  it('sends what was written during a save as well before it says that all is saved', async () => {
    const server = new Server();
    const { saver } = meet(server);
    saver.change('satu');
    const first = saver.flush();
    saver.change('satu dua');
    expect(await first).to.equal(true);
    expect(server.content).to.equal('satu dua');
    saver.dispose();
  });
});
