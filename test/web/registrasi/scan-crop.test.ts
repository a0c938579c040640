import { expect } from 'chai';
import { edges, moveEdge, pointOnPage, seenSide, wholePage } from '../../../web/src/registrasi/scan-crop.ts';

describe('The part of a scan that is shown', () => {
  it('keeps its edges on the page and a strip between them', () => {
    expect(moveEdge(wholePage, 'left', -0.2)).to.deep.equal(wholePage);
    expect(moveEdge(wholePage, 'right', 1.4)).to.deep.equal(wholePage);
    expect(moveEdge(wholePage, 'bottom', -1).bottom).to.be.closeTo(0.1, 1e-9);
    expect(moveEdge({ ...wholePage, right: 0.5 }, 'left', 0.9).left).to.be.closeTo(0.4, 1e-9);
  });

  it('follows the pointer on a page that is turned', () => {
    const frame = { left: 100, top: 50, width: 200, height: 400 };
    const corner = { x: 100, y: 50 };
    const places = [0, 1, 2, 3].map((turns) => pointOnPage(corner, frame, turns).map(Math.round));
    // The upper left corner of the screen is, turn by turn, this corner of the page.
    expect(places).to.deep.equal([
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 0],
    ]);
    expect(pointOnPage({ x: 150, y: 50 }, frame, 1)).to.deep.equal([0, 0.75]);
  });

  it('names each edge by the side where it is seen', () => {
    expect(edges.map((edge) => seenSide(edge, 0))).to.deep.equal(['kiri', 'atas', 'kanan', 'bawah']);
    expect(seenSide('left', 1)).to.equal('atas');
    expect(seenSide('bottom', 1)).to.equal('kiri');
  });
});
