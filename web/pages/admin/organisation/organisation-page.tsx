import { PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../../../components/page.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { NewPersonDialog } from './person-dialogs.tsx';
import { StaffList } from './staff-list.tsx';
import { NewUnitDialog } from './unit-dialogs.tsx';
import { UnitList } from './unit-list.tsx';

/** Units and people that the account administers. */
export function OrganisationPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState<'unit' | 'person' | 'import' | null>(null);
  const close = () => setOpened(null);
  return (
    <Page
      title={t('nav.organisation')}
      trail={[{ title: t('nav.admin'), to: '/admin' }]}
      actions={
        <>
          <Button icon={<UploadOutlined aria-hidden />} onClick={() => setOpened('import')}>
            {t('organisation.import')}
          </Button>
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => setOpened('unit')}>
            {t('organisation.newUnit')}
          </Button>
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpened('person')}>
            {t('staff.add')}
          </Button>
        </>
      }
    >
      <Tabs
        activeKey={search.get('tab') ?? 'units'}
        onChange={(tab) => setSearch({ tab })}
        items={[
          { key: 'units', label: t('organisation.units'), children: <UnitList /> },
          { key: 'people', label: t('staff.people'), children: <StaffList /> },
        ]}
      />
      {opened === 'unit' && <NewUnitDialog parent={null} onClose={close} />}
      {opened === 'person' && <NewPersonDialog unit={null} onClose={close} />}
      {opened === 'import' && <ImportDialog onClose={close} />}
    </Page>
  );
}
