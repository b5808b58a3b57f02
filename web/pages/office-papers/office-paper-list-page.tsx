import { Button, Flex, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OfficePaper, OfficePaperKind } from '../../../api/contract/index.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { PaperStatusTag } from '../../components/office-papers/paper-status-tag.tsx';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { formatDate } from '../../format/dates.ts';
import { useOfficePapers } from '../../queries/office-papers.ts';
import { holds, useMe } from '../../queries/session.ts';
import { NewPaperDialog, paperKinds } from './new-paper-dialog.tsx';

/** Plans, launchings, reviews and regulations that the account may read. */
export function OfficePaperListPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [kind, setKind] = useState<OfficePaperKind | undefined>();
  const [creating, setCreating] = useState(false);
  const papers = useOfficePapers(kind === undefined ? {} : { kind });
  return (
    <Page
      title={t('nav.papers')}
      actions={
        holds(me, 'clerk', 'appraiser') ? (
          <>
            <LinkButton to="/legal-documents">{t('legal.title')}</LinkButton>
            <Button type="primary" onClick={() => setCreating(true)}>
              {t('paper.create')}
            </Button>
          </>
        ) : undefined
      }
    >
      <div className="stack">
        <Flex>
          <Select
            allowClear
            className="paper-kind"
            aria-label={t('paper.kindLabel')}
            placeholder={t('paper.allKinds')}
            value={kind}
            options={paperKinds.map((value) => ({ value, label: t(`paper.kind.${value}`) }))}
            onChange={setKind}
          />
        </Flex>
        <Loaded query={papers}>{({ items }) => <PaperList papers={items} />}</Loaded>
      </div>
      {creating && <NewPaperDialog me={me} onClose={() => setCreating(false)} />}
    </Page>
  );
}

/** Papers as a list, here and on the page of a campaign. */
export function PaperList({ papers }: { papers: OfficePaper[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const columns: RecordColumn<OfficePaper>[] = [
    {
      key: 'title',
      title: t('paper.paper'),
      card: 'heading',
      render: ({ id, title, code, kind }) => (
        <div>
          <Link to={`/office-papers/${id}`} className="strong">
            {title}
          </Link>
          <div className="quiet">
            {t(`paper.kind.${kind}`)} · {code}
          </div>
        </div>
      ),
    },
    { key: 'unit', title: t('paper.issuer'), width: 220, render: ({ unit }) => names.unit(unit) },
    {
      key: 'status',
      title: t('field.status'),
      width: 150,
      render: (paper) => <PaperStatusTag {...paper} />,
    },
    {
      key: 'symbol',
      title: t('paper.symbol'),
      width: 170,
      render: ({ symbol, issuedOn }) =>
        symbol !== null && (
          <div>
            {symbol}
            {issuedOn !== null && <div className="quiet">{formatDate(issuedOn)}</div>}
          </div>
        ),
    },
  ];
  return (
    <RecordList
      label={t('nav.papers')}
      columns={columns}
      records={papers}
      keyOf={({ id }) => id}
      empty={t('paper.none')}
    />
  );
}
