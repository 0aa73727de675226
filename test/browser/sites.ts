// Which of the built sites a test file looks at, and the course that it was built from.
import { inject } from 'vitest';
import { openCourse } from '../../src/course/course.ts';
import type { Course } from '../../src/course/course.ts';
import { courseRoot } from '../../src/course/files.ts';
import { fullCourse } from '../full-course.ts';
import type { SiteName } from './serve.ts';

let used: SiteName = 'course';
const courses = new Map<SiteName, Course>();

export function useSite(name: SiteName): void {
  used = name;
}

/** Where the site of this file is served, and what is served as files. */
export function site(): { readonly origin: string; readonly folder: string } {
  return inject('sites')[used];
}

export function siteCourse(): Course {
  const course = courses.get(used) ?? openCourse(used === 'full' ? fullCourse : courseRoot());
  courses.set(used, course);
  return course;
}
