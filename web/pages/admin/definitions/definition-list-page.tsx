import { Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DefinitionSummary } from '../../../../api/contract/index.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { Page } from '../../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { ToneTag } from '../../../components/tone-tag.tsx';
import { formatInstant } from '../../../format/dates.ts';
import { type ModelFile, useDefinitions } from '../../../queries/definitions.ts';
import { Deployment } from './deployment.tsx';

function Versions({ definitions }: { definitions: DefinitionSummary[] }) {
  const { t } = useTranslation();
  const columns: RecordColumn<DefinitionSummary>[] = [
    {
      key: 'name',
      title: t('definition.process'),
      card: 'heading',
      render: ({ id, name, processId, version, isNewest }) => (
        <div>
          <Link to={`/admin/definitions/${id}`} className="strong">
            {name} – {t('definition.version', { version })}
          </Link>{' '}
          {isNewest && <ToneTag tone="green">{t('definition.newest')}</ToneTag>}
          <div className="quiet code">{processId}</div>
        </div>
      ),
    },
    {
      key: 'running',
      title: t('definition.running'),
      width: 140,
      align: 'right',
      render: ({ runningInstances }) => runningInstances,
    },
    {
      key: 'at',
      title: t('definition.deployedAt'),
      width: 180,
      render: ({ deployedAt }) => formatInstant(deployedAt),
    },
    {
      key: 'by',
      title: t('definition.deployedBy'),
      width: 200,
      render: ({ deployedBy }) => deployedBy?.fullName ?? t('definition.shipped'),
    },
  ];
  return (
    <RecordList
      label={t('nav.definitions')}
      columns={columns}
      records={definitions}
      keyOf={({ id }) => id}
      empty={t('definition.none')}
    />
  );
}

/** The versions of every process, and deploying a new one: files are checked first, then deployed with a reason. */
export function DefinitionListPage() {
  const { t } = useTranslation();
  const [files, setFiles] = useState<ModelFile[]>([]);
  const read = async (file: File) => {
    const content = await file.text();
    setFiles((chosen) => [...chosen.filter(({ name }) => name !== file.name), { name: file.name, content }]);
  };
  return (
    <Page title={t('nav.definitions')} subtitle={t('definition.words')}>
      <div className="stack">
        <Loaded query={useDefinitions()}>{({ items }) => <Versions definitions={items} />}</Loaded>
        <section className="stack" aria-label={t('definition.deploy')}>
          <h2>{t('definition.deploy')}</h2>
          <Upload.Dragger
            multiple
            showUploadList={false}
            accept=".bpmn,.dmn,.json"
            beforeUpload={(file) => {
              void read(file);
              return false;
            }}
          >
            <p>{t('definition.choose')}</p>
            <p className="quiet">{t('definition.chooseHelp')}</p>
          </Upload.Dragger>
          {files.length > 0 && <Deployment chosen={files} onDone={() => setFiles([])} />}
        </section>
      </div>
    </Page>
  );
}
