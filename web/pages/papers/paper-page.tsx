import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { PaperDetail } from '../../../api/contract/index.ts';
import { LoadedPage } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { usePaperTitle } from '../../components/papers/paper-card.tsx';
import { PaperView } from '../../components/papers/paper-view.tsx';
import { PaperStatusTag } from '../../components/status-tags.tsx';
import { currentLocale } from '../../i18n.ts';
import { usePaper } from '../../queries/papers.ts';

/** A submission or decision with the dossiers on its list. */
export function PaperPage() {
  const { paperId = '' } = useParams();
  return <LoadedPage query={usePaper(paperId)}>{(paper) => <Opened paper={paper} />}</LoadedPage>;
}

function Opened({ paper }: { paper: PaperDetail }) {
  const { t } = useTranslation();
  const title = usePaperTitle()(paper);
  return (
    <Page
      title={title}
      status={<PaperStatusTag status={paper.status} />}
      subtitle={paper.award[currentLocale() === 'vi' ? 'nameVi' : 'nameEn']}
      trail={[{ title: t('nav.submissions'), to: '/papers' }]}
    >
      <div className="stack">
        {paper.task?.canAct && (
          <Alert
            type="info"
            title={paper.task.name}
            action={<Link to={`/tasks/${paper.task.id}`}>{t('papers.toTask')}</Link>}
          />
        )}
        <PaperView paper={paper} />
      </div>
    </Page>
  );
}
