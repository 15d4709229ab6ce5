export default function ThemesPage({ id }: { id: string }) {
  return <p>{id}</p>;
}
