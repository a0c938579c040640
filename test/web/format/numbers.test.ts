import { expect } from 'chai';
import {
  formatCount,
  formatDuration,
  formatRupiah,
  formatRupiahShort,
  formatSize,
} from '../../../web/src/format/numbers.ts';

describe('numbers on screen', () => {
  it('groups thousands with a dot and writes decimals with a comma', () => {
    expect(formatCount(23_648)).to.equal('23.648');
    expect(formatSize(1_800_000)).to.equal('1,8 MB');
    expect(formatSize(184_200)).to.equal('184 kB');
    expect(formatSize(999_700)).to.equal('1 MB');
    expect(formatSize(96)).to.equal('96 bita');
  });

  it('writes rupiah in full or in millions', () => {
    expect(formatRupiah(60_000)).to.equal('Rp60.000');
    expect(formatRupiah(-1500)).to.equal('-Rp1.500');
    expect(formatRupiahShort(5_480_000)).to.equal('Rp5,5 juta');
    expect(formatRupiahShort(338_600_000)).to.equal('Rp338,6 juta');
    expect(formatRupiahShort(1_200_000_000)).to.equal('Rp1,2 miliar');
    expect(formatRupiahShort(999_999)).to.equal('Rp999.999');
  });

  it('writes durations in the two largest units that matter', () => {
    expect(formatDuration(21_000)).to.equal('21 dtk');
    expect(formatDuration(40 * 60_000)).to.equal('40 mnt');
    expect(formatDuration(155 * 60_000)).to.equal('2 jam 35 mnt');
    expect(formatDuration(120 * 60_000)).to.equal('2 jam');
    expect(formatDuration(76 * 3_600_000)).to.equal('3 hari 4 jam');
  });
});
