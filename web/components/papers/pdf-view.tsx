import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, TextLayer } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../problem-alert.tsx';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Ratio of an A4 page, so that pages not yet drawn keep their place. */
const a4 = 297 / 210;

/**
 * One page of a PDF, drawn when it comes near the window: a decision over 1,125 persons has forty of them. A layer of
 * invisible text lies over the picture, to be selected and read aloud.
 */
function PdfPage({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);

  useEffect(() => {
    if (frame.current === null) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '600px',
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!near || frame.current === null || canvas.current === null || text.current === null) return;
    const [box, picture, words] = [frame.current, canvas.current, text.current];
    let stop = () => {};
    let stopped = false;
    void pdf.getPage(number).then((page) => {
      if (stopped) return;
      const scale = box.clientWidth / page.getViewport({ scale: 1 }).width;
      const viewport = page.getViewport({ scale });
      const density = Math.min(window.devicePixelRatio, 2);
      picture.width = Math.floor(viewport.width * density);
      picture.height = Math.floor(viewport.height * density);
      box.style.height = `${viewport.height}px`;
      const drawing = page.render({
        canvas: picture,
        viewport: page.getViewport({ scale: scale * density }),
      });
      stop = () => drawing.cancel();
      // Cancelled when the page is left: nothing to say to anybody.
      drawing.promise.catch(() => {});
      words.replaceChildren();
      words.style.setProperty('--total-scale-factor', String(scale));
      void new TextLayer({
        textContentSource: page.streamTextContent(),
        container: words,
        viewport,
      }).render();
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [near, pdf, number]);

  return (
    <article
      ref={frame}
      className="pdf-page"
      style={{ aspectRatio: `1 / ${a4}` }}
      aria-label={t('pdf.page', { number, total: pdf.numPages })}
    >
      <canvas ref={canvas} />
      <div ref={text} className="textLayer" />
    </article>
  );
}

/** A PDF shown in the page itself, on every device, page under page, as wide as its place. */
export function PdfView({ documentId, label }: { documentId: string; label: string }) {
  const { t } = useTranslation();
  const pdf = useQuery({
    queryKey: ['pdf', documentId],
    // Documents never change; one that was read stays good.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      getDocument({ url: `/api/documents/${documentId}/content`, withCredentials: true }).promise,
  });
  if (pdf.error) return <ProblemAlert error={pdf.error} retry={() => void pdf.refetch()} />;
  if (pdf.data === undefined) {
    return (
      <div className="pdf-wait" role="status" aria-label={t('state.loading')}>
        <Spin />
      </div>
    );
  }
  const pageNumbers = Array.from({ length: pdf.data.numPages }, (_, index) => index + 1);
  return (
    <section className="pdf" aria-label={label}>
      {pageNumbers.map((number) => (
        <PdfPage key={number} pdf={pdf.data} number={number} />
      ))}
    </section>
  );
}
