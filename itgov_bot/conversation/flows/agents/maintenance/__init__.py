"""`/mantenimiento`: what is planned (`listing`), and the form that announces it."""
