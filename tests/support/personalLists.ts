/** What a team's lists of names, places and staff may have in them. */
export const LISTS = {
  names: [
    'Amina Khan',
    'Will Hunter',
    'May Li',
    'José Núñez',
    'Zoë',
    'Mark',
    'สมชาย',
    'محمد علي',
    "Siobhán O'Neill",
    'Ali de Souza',
  ],
  places: ['HMP Wandsworth', 'Reading', 'Acacia Road', 'St. Mary’s School'],
  staff: ['Karen Booth'],
};
